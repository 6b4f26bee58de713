import type { Impression } from '../api/contract/impressions.ts'
import type { Cairn } from './cairn.ts'
import { createDelivery } from './client/delivery.ts'
import type { Emitter } from './client/emitter.ts'
import type { Environment } from './client/environment.ts'
import type { IdentityStore } from './client/identity.ts'
import type { Message } from './client/message.ts'
import type { retryDelay } from './client/retry-delay.ts'
import { createRemoteState } from './client/remote-state.ts'
import { browserRuntime } from './client/runtime.ts'
import type { Store } from './client/store.ts'
import type { toJson } from './client/to-json.ts'
import { createSend } from './client/transport.ts'
import type { LoadPart } from './parts.ts'
import { createStage } from './ui/stage.ts'
import type { StageOptions } from './ui/stage.ts'

/** What the core has from the loader. */
export interface CoreOptions {
  environment: Environment
  load: LoadPart
  api: string
  key: string
  locale: string
  /** Of this instance's names in storage. */
  prefix: string
  /** Where the loader puts messages. */
  store: Store
  /** Remembered for this tab only. */
  session: Store
  identity: IdentityStore
  on: Emitter['on']
  emit: Emitter['emit']
  track: Cairn['track']
  /** The loader has these, so the core brings no others. */
  retryDelay: typeof retryDelay
  toJson: typeof toJson
  onProblem(problem: unknown): void
  makeId(): string
  isAllowed(): boolean
  /** Hears of every decision, where somebody wants to know why. */
  onDecide?: StageOptions['onDecide']
}

/** Sends what the loader stored, knows what the server says about the person, and has it shown. */
export interface Core {
  /** Sends what is stored, then shows what is due. */
  start(): void
  /** A message was stored. */
  recorded(): void
  tracked(event: string, at: number): void
  open(id: string): void
  close(id?: string): void
  /** Somebody else is here: what is known of the one before is not theirs. */
  changePerson(): void
}

/** Puts the parts of an instance together. Another `runtime` brings another network and other tabs. */
export const createCore = (options: CoreOptions, runtime = browserRuntime()): Core => {
  const { environment, store, session, identity, locale, prefix } = options
  /** Events that the server's answer may not contain yet, with their times. */
  const unconfirmed = new Map<string, string>()
  const send = createSend(runtime.fetch, options)
  const tracked = () => session.get<Record<string, number>>('tracked') ?? {}
  /** For whom was last spoken. They keep their anonymous id when they become known. */
  let here: string | undefined
  const subject = () => {
    const known = identity.read()
    here = known.anonymousId
    return { ...known, locale }
  }

  const delivery = createDelivery({
    ...options,
    ...runtime,
    ...environment,
    send,
    onDelivered: (messages) => {
      // Consent may have been withdrawn while they were on their way.
      if (!options.isAllowed() || !messages.some(changesState)) return
      store.set('news', environment.now())
      void remote.refresh()
    },
  })

  const changesState = ({ type, event }: Message) =>
    type === 'identify' ||
    type === 'group' ||
    remote.read()?.programs.some(({ definition }) => definition.steps.some((step) => step.completesOn.event === event))

  let inAnswer: string[] = []
  const remote = createRemoteState({
    ...options,
    ...environment,
    ask: () => {
      // A tab that nobody looks at asks when it is looked at, so that one change does not make a dozen tabs ask.
      if (!options.isAllowed() || !runtime.isVisible()) return null
      inAnswer = delivery.isEmpty() ? [...unconfirmed.keys()] : []
      return send('/v1/state', subject())
    },
    onChange: () => {
      inAnswer.forEach((event) => unconfirmed.delete(event))
      stage.act()
    },
  })

  const stage = createStage({
    ...options,
    ...runtime,
    send,
    unconfirmed,
    state: remote.read,
    tracked,
    claim: async (shown, forced) => {
      const { body } = await send('/v1/shown', { ...subject(), ...shown, action: 'shown', forced })
      return !!(body as Impression | null)?.granted
    },
    record: (shown, action) =>
      delivery.hold(`${shown.kind}:${shown.id}`, '/v1/shown', { ...subject(), ...shown, action }),
    answer: (survey, { submissionId, answers }, completed) =>
      delivery.hold(submissionId, `/v1/surveys/${survey}/responses`, {
        ...subject(),
        submissionId,
        answers,
        completed,
      }),
  })

  const look = () => {
    const sent = delivery.flush()
    // What waits changes the answer, so it goes first; where nothing waits, neither does the question.
    if (delivery.isEmpty()) remote.refreshIfOld()
    else void sent.then(remote.refreshIfOld)
    stage.act()
  }

  const changePerson = () => {
    session.remove('tracked')
    unconfirmed.clear()
    stage.clear()
    remote.forget()
  }

  runtime.listen({ hidden: delivery.leave, visible: look })
  environment.onStored((key) => {
    const isIdentity = key === `${prefix}identity`
    if (isIdentity && !(options.isAllowed() && identity.read().anonymousId === here)) changePerson()
    if (isIdentity || key === `${prefix}news`) void remote.refresh()
  })

  return {
    start: look,
    recorded: delivery.flushSoon,
    tracked: (event, at) => {
      unconfirmed.set(event, new Date(at).toISOString())
      session.set('tracked', { ...tracked(), [event]: at })
      stage.act()
    },
    open: stage.open,
    close: stage.close,
    changePerson,
  }
}
