import type { State } from '../api/contract/state.ts'
import type { Impression } from '../api/contract/impressions.ts'
import type { Cairn, CairnOptions, Properties, Shown } from './cairn.ts'
import { createDelivery } from './client/delivery.ts'
import { createEmitter } from './client/emitter.ts'
import type { Environment } from './client/environment.ts'
import { createIdentity } from './client/identity.ts'
import { createMakeId } from './client/make-id.ts'
import { completeMessage } from './client/message.ts'
import type { Message, MessageContent } from './client/message.ts'
import { pageArguments } from './client/page-arguments.ts'
import { createRemoteState } from './client/remote-state.ts'
import { createStore } from './client/store.ts'
import { createSend, isOk } from './client/transport.ts'
import { surveyWindow } from './decide/decide.ts'
import type { Parts } from './ui/parts.ts'
import { createStage } from './ui/stage.ts'

/** Starts an instance from its parts: who, what happened, what the server says, what is on show. */
export const startCairn = (options: CairnOptions, environment: Environment, parts: Parts): Cairn => {
  const { now } = environment
  const api = options.api.replace(/\/+$/, '')
  const locale = options.locale || environment.language()
  const prefix = `cairn:${options.key}:`
  const store = createStore(environment.localStorage, prefix)
  const makeId = createMakeId(environment)
  const identity = createIdentity(store, makeId)
  const send = createSend(environment, { api, key: options.key })
  const { on, emit } = createEmitter()
  on('problem', (text) => console.warn(`Cairn: ${text}`))

  /** Events that the server's answer may not contain yet. */
  const unconfirmed = new Map<string, string>()

  const isAllowed = () => {
    const consent = store.get<boolean>('consent')
    return consent ?? !!(identity.userId() || !environment.privacyControl())
  }

  const subject = () => ({ ...identity.read(), locale })

  const delivery = createDelivery({
    environment,
    store,
    send,
    lock: prefix,
    onDelivered: (messages) => {
      if (!messages.some(changesState)) return
      store.set('news', now())
      void remote.refresh()
    },
    onProblem: (text) => emit('problem', text),
  })

  const changesState = ({ type, event }: Message) =>
    type === 'identify' ||
    type === 'group' ||
    !!remote
      .read()
      ?.programs.some(({ definition }) => definition.steps.some((step) => step.completesOn.event === event))

  let inAnswer: string[] = []
  const remote = createRemoteState({
    now,
    ask: () => {
      if (!isAllowed()) return null
      inAnswer = delivery.isEmpty() ? [...unconfirmed.keys()] : []
      return send('/v1/state', subject())
    },
    onChange: () => {
      inAnswer.forEach((event) => unconfirmed.delete(event))
      stage.act()
    },
  })

  const stage = createStage({
    environment,
    store,
    session: createStore(environment.sessionStorage, prefix),
    parts,
    emit,
    makeId,
    api,
    locale,
    state: remote.read,
    tracked: () => store.get('tracked') ?? {},
    unconfirmed: () => unconfirmed,
    claim: async (shown, forced) => {
      const { status, body } = await send('/v1/impressions', { ...subject(), ...shown, action: 'shown', forced })
      return isOk(status) && (body as Impression).granted
    },
    record: (shown: Shown, action) =>
      delivery.hold(`${shown.kind}:${shown.id}`, '/v1/impressions', { ...subject(), ...shown, action, forced: true }),
    answer: (survey, { submissionId, answers }, completed) =>
      delivery.hold(submissionId, `/v1/surveys/${survey}/responses`, {
        ...subject(),
        submissionId,
        answers,
        completed,
      }),
  })

  const record = (content: MessageContent) => {
    if (!isAllowed()) return
    const place = { locale, page: environment.page() }
    delivery.add(completeMessage(content, { identity: identity.read(), place, now: now(), id: makeId() }))
  }

  /** Somebody else is here: what the server said about the one before is not about them. */
  const changePerson = () => {
    stage.clear()
    unconfirmed.clear()
    remote.forget()
  }

  const identify = (
    who: string | Properties,
    traits: Properties = {},
    { userHash }: { userHash?: string | undefined } = {},
  ) => {
    if (store.get('consent') === false) return
    const userId = typeof who === 'string' ? who : undefined
    const sent = typeof who === 'string' ? traits : who
    if (identity.change({ userId, userHash })) changePerson()
    record({ type: 'identify', traits: sent })
    emit('identify', userId, sent)
  }

  const group = (groupId: string, traits: Properties = {}) => {
    if (!isAllowed()) return
    if (identity.change({ accountId: groupId })) changePerson()
    record({ type: 'group', groupId, traits })
    emit('group', groupId, traits)
  }

  const track = (event: string, properties: Properties = {}) => {
    if (isAllowed()) {
      record({ type: 'track', event, properties })
      const recent = Object.entries(store.get<Record<string, number>>('tracked') ?? {})
      store.set('tracked', {
        ...Object.fromEntries(recent.filter(([, at]) => now() - at < surveyWindow)),
        [event]: now(),
      })
      unconfirmed.set(event, new Date(now()).toISOString())
      stage.act()
    }
    emit('track', event, properties)
  }

  /** What the options say about the person, as messages: once per change. */
  const introduce = () => {
    const { userId, userHash, accountId } = options
    if (userId && userId !== identity.userId()) identify(userId, {}, { userHash })
    else if (userId && isAllowed()) identity.change({ userHash })
    if (accountId && isAllowed() && accountId !== identity.read().accountId) group(accountId)
  }

  const methods = {
    identify,
    group,
    track,
    page: (...given: unknown[]) => {
      const [category, name, properties] = pageArguments(given)
      const { url, path, title } = environment.page()
      record({
        type: 'page',
        ...(name !== undefined && { name }),
        properties: { url, path, title, ...(category !== undefined && { category }), ...properties },
      })
      emit('page', category, name, properties)
    },
    reset: () => {
      identity.forget()
      store.remove('tracked')
      changePerson()
      void remote.refresh()
      emit('reset')
    },
    open: stage.open,
    close: stage.close,
    on,
    consent: (given: boolean) => {
      store.set('consent', given)
      if (given) {
        introduce()
        void remote.refresh()
      } else {
        delivery.drop()
        identity.forget()
        store.remove('tracked')
        changePerson()
      }
    },
    push: (...calls: [string, ...unknown[]][]) => {
      for (const [method, ...rest] of calls) {
        if (method in cairn) (cairn as unknown as Record<string, (...args: unknown[]) => void>)[method]?.(...rest)
        else emit('problem', `There is no method "${method}"`)
      }
    },
  }

  /** The same methods, which never throw into the page that calls them. */
  const cairn = Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      (...given: never[]) => {
        try {
          return (method as (...args: never[]) => unknown)(...given)
        } catch (error) {
          emit('problem', String(error))
        }
      },
    ]),
  ) as unknown as Cairn

  environment.listen({
    hidden: delivery.leave,
    visible: () => {
      void delivery.flush()
      remote.refreshIfOld()
      stage.act()
    },
    online: () => void delivery.flush().then(remote.refresh),
    shared: (key) => {
      if (key === `${prefix}identity`) changePerson()
      if (key === `${prefix}identity` || key === `${prefix}news`) void remote.refresh()
    },
  })

  introduce()
  void delivery.flush().then(remote.refreshIfOld)
  return cairn
}
