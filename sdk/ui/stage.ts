import type { State } from '../../api/contract/state.ts'
import type { Shown } from '../cairn.ts'
import type { ChecklistProps } from '../checklist/checklist-props.ts'
import type { Runtime } from '../client/runtime.ts'
import type { CoreOptions } from '../core.ts'
import { decide } from '../decide/decide.ts'
import type { Interruption } from '../decide/decide.ts'
import type { BegunSurvey } from '../survey/begun-survey.ts'
import { createHost } from './host.ts'
import type { Host } from './host.ts'
import type { Part } from './part.ts'

/** What the stage asks of the core. */
export interface StageOptions
  extends
    Pick<CoreOptions, 'environment' | 'parts' | 'api' | 'locale' | 'store' | 'session' | 'emit' | 'makeId'>,
    Pick<Runtime, 'later' | 'isVisible'> {
  state(): State | null
  /** Events that the state may not contain yet, with their times. */
  unconfirmed: ReadonlyMap<string, string>
  /** When each event was last sent from this browser. */
  tracked(): Record<string, number>
  /** Asks whether it may be shown. */
  claim(shown: Shown, forced: boolean): Promise<boolean>
  /** Records what the person did with it. */
  record(shown: Shown, action: 'dismissed' | 'resumed'): void
  answer(survey: string, begun: BegunSurvey, completed: boolean): void
}

/** Puts what `decide` says on the page and takes it off again. */
export interface Stage {
  act(): void
  open(id: string): void
  close(id?: string): void
  clear(): void
}

export const createStage = (options: StageOptions): Stage => {
  const { environment, store, session, parts, emit } = options
  let host: Host | null = null
  let checklist: { id: string; part?: Part<ChecklistProps> } | null = null
  let current: { shown: Shown; remove?: () => void } | null = null
  let wanted: string[] = []
  let over: string[] = []
  let stopWaiting: (() => void) | undefined

  const root = () => (host ??= createHost()).root
  const failed = (error: unknown) => emit('problem', String(error))
  const finish = (id: string) => {
    wanted = wanted.filter((other) => other !== id)
    over.push(id)
  }

  const act = () => {
    try {
      show()
    } catch (error) {
      failed(error)
    }
  }

  const show = () => {
    const state = options.state()
    if (!state) return
    stopWaiting?.()
    checkWanted(state)
    const now = environment.now()
    const decision = decide(state, {
      now,
      visible: options.isVisible(),
      tracked: options.tracked(),
      wanted,
      over,
      onShow: checklist ? [checklist.id] : [],
      begun: session.get<BegunSurvey>('begun')?.survey ?? null,
    })
    void placeChecklist(decision.checklist).catch(failed)
    if (!current && decision.interruption) void interrupt(state, decision.interruption).catch(failed)
    stopWaiting = decision.againAt === null ? undefined : options.later(act, decision.againAt - now)
  }

  const checkWanted = ({ programs, surveys }: State) => {
    const known = [...programs, ...surveys].map(({ definition }) => definition.id)
    for (const id of wanted) if (!known.includes(id)) failed(`there is no ${id}`)
    wanted = wanted.filter((id) => known.includes(id))
    for (const program of programs) {
      const { id } = program.definition
      if (!program.dismissed || !wanted.includes(id)) continue
      program.dismissed = false
      options.record({ kind: 'checklist', id }, 'resumed')
    }
  }

  const placeChecklist = async (id: string | null) => {
    if (checklist?.id !== id) {
      removeChecklist()
      if (!id) return
      const mine: typeof checklist = (checklist = { id })
      const { showChecklist } = await parts.checklist()
      if (checklist !== mine) return
      mine.part = showChecklist(root())
      emit('show', { kind: 'checklist', id })
    }
    updateChecklist()
  }

  const updateChecklist = () => {
    const { id, part } = checklist ?? {}
    const program = options.state()?.programs.find(({ definition }) => definition.id === id)
    if (!id || !part || !program) return
    part.update({
      definition: program.definition,
      enrolment: program.enrolment,
      unconfirmed: options.unconfirmed,
      now: new Date(environment.now()).toISOString(),
      locale: options.locale,
      api: options.api,
      minimised: store.get<boolean>('minimised'),
      aside: !!current?.remove && current.shown.kind === 'survey',
      onMinimise: (minimised) => {
        store.set('minimised', minimised)
        updateChecklist()
      },
      onDismiss: () => {
        options.record({ kind: 'checklist', id }, 'dismissed')
        finish(id)
        act()
      },
    })
  }

  const removeChecklist = () => {
    const { id, part } = checklist ?? {}
    checklist = null
    part?.remove()
    if (id && part) emit('close', { kind: 'checklist', id })
  }

  const endInterruption = () => {
    const ended = current
    current = null
    if (!ended) return
    finish(ended.shown.id)
    if (ended.shown.kind === 'survey') session.remove('begun')
    ended.remove?.()
    if (ended.remove) emit('close', ended.shown)
    act()
  }

  const interrupt = async (state: State, { kind, id, forced, begun }: Interruption) => {
    const mine: NonNullable<typeof current> = (current = { shown: { kind, id } })
    const isStillMine = () => current === mine
    try {
      // The part is loaded before it is claimed: what was granted and could not be shown would be lost.
      const show = await (kind === 'survey' ? prepareSurvey(state, id) : prepareMilestone(state, id))
      const granted = begun || (await options.claim(mine.shown, forced)) || forced
      if (!isStillMine()) return
      if (!granted) {
        endInterruption()
        return
      }
      mine.remove = show(root())
      emit('show', mine.shown)
      updateChecklist()
    } catch (error) {
      if (isStillMine()) endInterruption()
      throw error
    }
  }

  const prepareMilestone = async (state: State, key: string) => {
    const { showMilestone } = await parts.milestone()
    const [program, id] = key.split('/')
    const milestone = state.programs
      .find(({ definition }) => definition.id === program)
      ?.definition.milestones.find((candidate) => candidate.id === id)
    if (!milestone) throw new Error(`there is no ${key}`)
    return (shadow: ShadowRoot) =>
      showMilestone(shadow, { definition: milestone, locale: options.locale, onClose: endInterruption })
  }

  const prepareSurvey = async (state: State, id: string) => {
    const { showSurvey } = await parts.survey()
    const definition = state.surveys.find((survey) => survey.definition.id === id)?.definition
    if (!definition) throw new Error(`there is no ${id}`)
    const known = session.get<BegunSurvey>('begun')
    const begun = known?.survey === id ? known : { survey: id, submissionId: options.makeId(), answers: {}, path: [] }
    return (shadow: ShadowRoot) => {
      session.set('begun', begun)
      return showSurvey(shadow, {
        definition,
        begun,
        locale: options.locale,
        onMove: (next) => session.set('begun', next),
        onAnswer: (next, question, completed) => {
          // Answered to the end, it must not come up again on the next page.
          if (completed) session.remove('begun')
          else session.set('begun', next)
          options.answer(id, next, completed)
          emit('answer', id, question, next.answers[question] ?? null)
        },
        onClose: (completed) => {
          if (!completed) options.record({ kind: 'survey', id }, 'dismissed')
          endInterruption()
        },
      })
    }
  }

  return {
    act,
    open: (id) => {
      if (!options.state()?.surveys.some(({ definition }) => definition.id === id)) store.set('minimised', false)
      over = over.filter((other) => other !== id)
      wanted.push(id)
      act()
    },
    close: (id) => {
      for (const each of [checklist?.id, current?.shown.id]) {
        if (!each || (id && id !== each)) continue
        if (each === current?.shown.id) endInterruption()
        else finish(each)
      }
      act()
    },
    clear: () => {
      stopWaiting?.()
      current?.remove?.()
      current = null
      removeChecklist()
      session.remove('begun')
      wanted = []
      over = []
      host?.remove()
      host = null
    },
  }
}
