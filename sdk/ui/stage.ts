import type { State } from '../../api/contract/state.ts'
import type { Shown } from '../cairn.ts'
import type { Runtime } from '../client/runtime.ts'
import type { CoreOptions } from '../core.ts'
import { decide } from '../decide/decide.ts'
import type { BegunSurvey } from '../survey/begun-survey.ts'
import { languageOf } from '../i18n/translation.ts'
import { createHost } from './host.ts'
import type { Host } from './host.ts'
import type { Scene } from './part.ts'
import { createPlace } from './place.ts'

/** What the stage asks of the core. */
export interface StageOptions
  extends
    Omit<Scene, 'end' | 'isCornerTaken' | 'translation'>,
    Pick<CoreOptions, 'load' | 'locale' | 'onProblem'>,
    Pick<Runtime, 'isVisible'> {
  /** When each event was last sent from this browser. */
  tracked(): Record<string, number>
  /** Asks whether it may be shown. */
  claim(shown: Shown, forced: boolean): Promise<boolean>
}

/** Puts what `decide` says on the page and takes it off again. */
export interface Stage {
  act(): void
  open(id: string): void
  close(id?: string): void
  clear(): void
}

/** Makes the stage of one instance. It decides anew with each `act`. */
export const createStage = (options: StageOptions): Stage => {
  const { environment, session, store, load, claim, record, onProblem } = options
  /** What the page asked for and the state has not been searched for. */
  let opened: string[] = []
  let wanted: string[] = []
  let over: string[] = []
  let host: Host | undefined
  let stopWaiting: (() => void) | undefined

  const root = () => (host ??= createHost({ ...environment, onProblem })).root()
  const without = (ids: string[], id: string) => ids.filter((other) => other !== id)
  const onEnd = (id: string) => {
    wanted = without(wanted, id)
    over.push(id)
    act()
  }
  const scene = {
    ...options,
    isCornerTaken: () => !!front.current()?.part?.inCorner,
  }
  const update = () => corner.current()?.part?.update?.()
  const place = { load, root, language: languageOf(options.locale), scene, onShow: update, onEnd }
  /** Where the checklist stands. */
  const corner = createPlace(place)
  /** Where one thing at a time comes up by itself. */
  const front = createPlace(place)

  const act = () => {
    try {
      show()
    } catch (error) {
      onProblem(error)
    }
  }

  const show = () => {
    const state = options.state()
    if (!state) return
    stopWaiting?.()
    for (const id of opened.splice(0)) want(id, state)
    const now = environment.now()
    const onShow = corner.current()?.shown.id
    const { checklist, interruption, againAt } = decide(state, {
      now,
      visible: options.isVisible(),
      tracked: options.tracked(),
      wanted,
      over,
      onShow: onShow ? [onShow] : [],
      begun: session.get<BegunSurvey>('begun')?.survey ?? null,
    })
    if (!checklist) corner.clear()
    else if (checklist === onShow) update()
    else corner.put({ kind: 'checklist', id: checklist }).catch(onProblem)
    if (interruption && !front.current()) {
      const { kind, id, forced, begun } = interruption
      front.put({ kind, id }, async () => begun || (await claim({ kind, id }, forced)) || forced).catch(onProblem)
    }
    stopWaiting = againAt === null ? undefined : environment.later(act, againAt - now)
  }

  const want = (id: string, { programs, surveys }: State) => {
    const program = programs.find(({ definition }) => definition.id === id)
    if (program) {
      store.set('minimised', false)
      if (!wanted.includes(id) && (program.dismissed || over.includes(id))) record({ kind: 'checklist', id }, 'resumed')
    } else if (!surveys.some(({ definition }) => definition.id === id)) {
      onProblem(`there is no ${id}`)
      return
    }
    over = without(over, id)
    wanted = [...without(wanted, id), id]
  }

  return {
    act,
    open: (id) => {
      opened.push(id)
      act()
    },
    close: (id) => {
      // What waits behind what is closed would come up in its place.
      if (!id) over.push(...wanted.splice(0), ...opened.splice(0))
      for (const place of [corner, front]) if (!id || id === place.current()?.shown.id) place.end()
    },
    clear: () => {
      stopWaiting?.()
      corner.clear()
      front.clear()
      session.remove('begun')
      opened = []
      wanted = []
      over = []
      host?.remove()
      host = undefined
    },
  }
}
