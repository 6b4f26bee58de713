import type { State } from '../../api/contract/state.ts'
import { createIdentity } from '../client/identity.ts'
import { createStore } from '../client/store.ts'
import type { CoreOptions } from '../core.ts'
import { languageOf } from '../i18n/translation.ts'
import { createHost } from '../ui/host.ts'
import type { Host } from '../ui/host.ts'
import type { Scene } from '../ui/part.ts'
import { createPlace } from '../ui/place.ts'
import type { Place } from '../ui/place.ts'
import { hideOthers } from './hide-others.ts'
import { openBeside } from './open-beside.ts'
import { staged, stepsOf } from './staged.ts'
import type { Look } from './staged.ts'

/** What is looked at now. */
export interface Looking extends Look {
  steps: readonly string[]
  /** What would have been recorded. */
  log: readonly string[]
}

/** Shows definitions as people see them, without a trace. */
export interface Preview {
  current(): Looking | null
  start(look: Look): void
  end(): void
}

/**
 * Makes previews. What is shown in one is given a scene that sends nothing to the API: whatever it does is written down,
 * and what it stores is forgotten with it. What else Cairn has on the page is hidden meanwhile.
 */
export const createPreview = ({
  load,
  environment,
  api,
  onProblem,
  signal,
  stateIn,
  onChange,
  onShow,
  onEnd,
}: Pick<CoreOptions, 'load' | 'environment' | 'api' | 'onProblem'> & {
  /** Ends it for good. */
  signal: AbortSignal
  stateIn(locale: string): Promise<State>
  onChange(): void
  onShow(): void
  onEnd(): void
}): Preview => {
  let looking: Looking | null = null
  let place: Place | undefined
  let host: Host | undefined
  let showOthers: (() => void) | undefined

  const write = (text: string) => {
    if (looking) looking = { ...looking, log: [...looking.log, text] }
    onChange()
  }
  const clear = () => {
    place?.clear()
    place = undefined
    host?.remove()
    host = undefined
    showOthers?.()
    showOthers = undefined
  }
  openBeside(() => host?.root(), signal)
  const end = () => {
    if (!looking) return
    looking = null
    clear()
    onChange()
    onEnd()
  }

  const start = async (look: Look) => {
    const mine: Looking = { ...look, steps: [], log: [] }
    looking = mine
    clear()
    onChange()
    const state = await stateIn(look.locale)
    if (looking !== mine) return
    looking = { ...mine, steps: stepsOf(state, look) }
    const shown = (host = createHost({ ...environment, onProblem }))
    showOthers = hideOthers(shown.root().host)
    place = createPlace({
      language: languageOf(look.locale),
      scene: {
        ...sceneOf(staged(state, look), { environment, load, locale: look.locale, api, onProblem, write }),
        root: shown.root,
      },
      onShow,
      onEnd: end,
    })
    await place.put({ kind: look.kind, id: look.id })
  }

  return {
    current: () => looking,
    start: (look) => {
      start(look).catch((problem: unknown) => {
        onProblem(problem)
        end()
      })
    },
    end,
  }
}

/** All that a preview may use. */
const sceneOf = (
  { state, begun }: ReturnType<typeof staged>,
  {
    write,
    ...given
  }: Pick<CoreOptions, 'environment' | 'load' | 'locale' | 'api' | 'onProblem'> & { write(text: string): void },
): Omit<Scene, 'end' | 'translation'> => {
  const said = (...words: unknown[]) =>
    write(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '))
  const session = forgetful()
  session.set('begun', begun)
  return {
    ...given,
    key: '',
    session,
    store: forgetful(),
    identity: createIdentity(forgetful(), () => 'preview'),
    state: () => state,
    unconfirmed: new Map(),
    tracked: () => ({}),
    isCornerTaken: () => false,
    isOpened: () => true,
    makeId: () => 'preview',
    emit: () => undefined,
    track: (event: string, properties?: object) => said('track', event, properties ?? {}),
    record: ({ kind, id }, action) => said(action, kind, id),
    answer: (survey, { answers }, completed) => said('answer', survey, answers, completed ? 'completed' : 'so far'),
    open: (id) => said('open', id),
    claim: async ({ kind, id }) => (said('shown', kind, id), true),
    send: async (path, body) => (said(path, body), { status: 0, body: null, retryAfter: 0 }),
  }
}

/** A store in memory, as where the browser refuses storage. */
const forgetful = () =>
  createStore(() => {
    throw new Error('A preview stores nothing.')
  }, '')
