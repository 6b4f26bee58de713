import type { State } from '../../api/contract/state.ts'
import type { Runtime } from '../client/runtime.ts'
import { decide } from '../decide/decide.ts'
import type { Decision } from '../decide/decide.ts'
import { languageOf } from '../i18n/translation.ts'
import { kinds } from '../kinds.ts'
import type { Kinds } from '../kinds.ts'
import { createHost } from './host.ts'
import type { Host } from './host.ts'
import type { Scene } from './part.ts'
import { createPlace } from './place.ts'
import type { Place } from './place.ts'

/** What the stage asks of the core. */
export interface StageOptions
  extends Omit<Scene, 'end' | 'isCornerTaken' | 'isOpened' | 'open' | 'translation'>, Pick<Runtime, 'isVisible'> {
  /** Hears of every decision, and of what it was made. */
  onDecide?: ((state: State, decision: Decision) => void) | undefined
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
  /** Which rules are there besides those of `kinds`, or on their way. */
  let rules: State['guided'] | undefined
  /** Null while they are loaded: a tour that was begun must find its place free. */
  let guide: Kinds | null | undefined
  let stopWaiting: (() => void) | undefined

  const root = () => (host ??= createHost({ ...environment, onProblem })).root()
  const without = (ids: string[], id: string) => ids.filter((other) => other !== id)
  const onEnd = (id: string) => {
    wanted = without(wanted, id)
    over.push(id)
    act()
  }
  const open = (id: string) => {
    opened.push(id)
    act()
  }
  const update = () => places.forEach((place) => place.current()?.part?.update?.())
  const scene = {
    ...options,
    open,
    root,
    isOpened: (id: string) => wanted.includes(id),
    isCornerTaken: () => !!front.current()?.part?.inCorner,
  }
  const makePlace = (): Place => createPlace({ language: languageOf(options.locale), scene, onShow: update, onEnd })
  /** Where one thing at a time comes up by itself. */
  const front = makePlace()
  /** Those where things stand, by kind or, where there are many of a kind, by id; and the front. */
  const places = new Map<string, Place>([['front', front]])

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
    // Whoever asks for help gets it, also where no page has a button for it.
    const needed = wanted.includes('help') ? 'all' : (rules ?? state.guided)
    if (needed && needed !== rules) {
      rules = needed
      guide = null
      load(needed)
        .then(({ createGuide }) => {
          // More was asked for meanwhile.
          if (rules !== needed) return
          guide = createGuide(scene, act)
          act()
        })
        .catch(onProblem)
    }
    const now = environment.now()
    const decision = decide(
      state,
      {
        ...{ now, wanted, over },
        visible: options.isVisible(),
        tracked: options.tracked(),
        onShow: [...places.values()].flatMap((place) => place.current()?.shown.id ?? []),
        begun: session.get<{ id: string }>('begun')?.id ?? null,
      },
      { ...kinds, ...guide },
    )
    const { shown, interruption, againAt } = decision
    options.onDecide?.(state, decision)
    for (const [name, place] of places) {
      if (place !== front && !shown.some((reason) => reason.place === name)) place.clear()
    }
    for (const { place: name, kind, id } of shown) {
      const place = places.get(name) ?? makePlace()
      places.set(name, place)
      if (place !== front && place.current()?.shown.id !== id) void place.put({ kind, id })
    }
    update()
    if (interruption && guide !== null && !front.current()) {
      const { kind, id, forced, begun } = interruption
      void front.put({ kind, id }, async () => begun || (await claim({ kind, id }, forced)) || forced)
    }
    stopWaiting = againAt === null ? undefined : environment.later(act, againAt - now)
  }

  const want = (id: string, { programs, surveys, tours, announcements }: State) => {
    const isIt = ({ definition }: { definition: { id: string } }) => definition.id === id
    const program = programs.find(isIt)
    // A milestone, `program/milestone`, is there as soon as it is reached, and help always.
    if (!/\/|^help$/.test(id) && ![...programs, ...surveys, ...tours, ...announcements].some(isIt)) {
      onProblem(`there is no ${id}`)
      return
    }
    if (program) {
      store.set('minimised', false)
      if (!wanted.includes(id) && (program.dismissed || over.includes(id))) record({ kind: 'checklist', id }, 'resumed')
    }
    over = without(over, id)
    wanted = [...without(wanted, id), id]
  }

  return {
    act,
    open,
    close: (id) => {
      // What waits behind what is closed would come up in its place.
      if (!id) over.push(...wanted.splice(0), ...opened.splice(0))
      for (const place of places.values()) if (!id || id === place.current()?.shown.id) place.end()
    },
    clear: () => {
      stopWaiting?.()
      places.forEach((place) => place.clear())
      session.remove('help')
      session.remove('begun')
      opened = []
      wanted = []
      over = []
      host?.remove()
      host = undefined
    },
  }
}
