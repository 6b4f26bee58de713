import type { State } from '../../api/contract/state.ts'
import type { Environment } from '../client/environment.ts'
import { browserRuntime } from '../client/runtime.ts'
import type { Runtime } from '../client/runtime.ts'
import { createSend } from '../client/transport.ts'
import type { Core, CoreOptions } from '../core.ts'
import type { Decision } from '../decide/decide.ts'
import { createDiary } from './diary.ts'
import { openPanel } from './open-panel.ts'
import { createPreview } from './preview.ts'
import { watchRuntime } from './watch-runtime.ts'

/**
 * Opens the debug panel, and makes the core that it watches when there is somebody whom it may serve. All that the panel
 * knows it sees in what it hands to the core, which does not know of it.
 */
export const createCore = (options: CoreOptions, runtime = browserRuntime()): Core => {
  const { environment, identity, store, prefix, locale, onProblem } = options
  let known: { state: State; decision: Decision } | undefined
  let happen: Parameters<Runtime['listen']>[0] | undefined
  let hear: Parameters<Environment['onStored']>[0] | undefined
  let core: Promise<Core> | undefined

  /** Aborted when the panel is closed. */
  const closing = new AbortController()
  const { signal } = closing
  const isClosed = () => signal.aborted
  const draw = () => panel.draw()
  const diary = createDiary({ store, now: environment.now, onChange: draw })
  const look = () => {
    if (!isClosed()) diary.look()
  }
  const preview = createPreview({
    ...options,
    signal,
    stateIn: async (language) => {
      if (language === locale && known) return known.state
      const { body } = await createSend(runtime.fetch, options)('/v1/state', { ...identity.read(), locale: language })
      return body as State
    },
    onChange: draw,
    onShow: () => panel.liftSoon(),
    // What was due meanwhile may come up now.
    onEnd: () => happen?.visible(),
  })
  const panel = openPanel({
    ...options,
    diary,
    preview,
    closing,
    known: () => known,
    refresh: () => hear?.(`${prefix}news`),
  })
  signal.addEventListener('abort', options.on('problem', diary.problem))

  const tell = (use: (core: Core) => void) => {
    draw()
    if (!options.isAllowed()) return
    core ??= options.load('core').then((part) =>
      part.createCore(
        {
          ...options,
          environment: {
            ...environment,
            onStored: (listener) => {
              hear = listener
              environment.onStored((key) => {
                listener(key)
                look()
              })
            },
          },
          onDecide: (state, decision) => {
            known = { state, decision }
            draw()
          },
        },
        watchRuntime(runtime, {
          api: options.api,
          diary,
          // Nothing comes up, and nothing is claimed, beside what is looked at.
          isHeldBack: () => !!preview.current(),
          isOver: isClosed,
          onListen: (to) => {
            happen = to
          },
        }),
      ),
    )
    core.then(use).catch(onProblem)
  }

  return {
    start: () => tell((known) => known.start()),
    recorded: () => {
      look()
      tell((known) => known.recorded())
    },
    tracked: (event, at) => tell((known) => known.tracked(event, at)),
    open: (id) => tell((known) => known.open(id)),
    close: (id) => tell((known) => known.close(id)),
    changePerson: () => {
      known = undefined
      preview.end()
      core?.then((made) => made.changePerson()).catch(onProblem)
      draw()
    },
  }
}
