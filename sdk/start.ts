import { limits } from '../api/contract/limits.ts'
import type { Cairn, CairnOptions, Properties, QueuedCall } from './cairn.ts'
import { createEmitter } from './client/emitter.ts'
import type { Environment } from './client/environment.ts'
import { createIdentity } from './client/identity.ts'
import { createMakeId } from './client/make-id.ts'
import { completeMessage } from './client/message.ts'
import type { MessageContent } from './client/message.ts'
import { pageArguments } from './client/page-arguments.ts'
import { report } from './client/report.ts'
import { createStore } from './client/store.ts'
import type { Core, CoreOptions } from './core.ts'
import type { Parts } from './parts.ts'

/** Storage belongs to the host page: where the server is never reached, the oldest messages make room. */
const mostStored = 1000

/** Starts an instance: it takes calls and stores them at once; the core, loaded later, sends them and shows things. */
export const startCairn = (options: CairnOptions, environment: Environment, parts: Parts): Cairn => {
  const { now } = environment
  const { key, userId: givenUser, userHash: givenHash, accountId: givenAccount } = options
  const api = options.api.replace(/\/+$/, '')
  const locale = options.locale || environment.language()
  const prefix = `cairn:${key}:`
  const store = createStore(environment.localStorage, prefix)
  const makeId = createMakeId(environment)
  const identity = createIdentity(store, makeId)
  const { on, emit } = createEmitter()
  const onProblem = (problem: unknown) => emit('problem', String(problem))
  on('problem', report)

  const isAllowed = () => store.get<boolean>('consent') ?? !!(identity.userId() || !environment.privacyControl())

  let core: Promise<Core> | undefined
  /** Tells the core, which is loaded when there is somebody whom it may serve. */
  const tell = (use: (core: Core) => void) => {
    if (!isAllowed()) return
    core ??= parts.core().then(({ createCore }) => createCore(coreOptions))
    core.then(use).catch(onProblem)
  }
  const session = createStore(environment.sessionStorage, prefix)
  const coreOptions: CoreOptions = {
    ...{ environment, parts, api, key, locale, prefix, store, session, identity, emit, makeId, isAllowed },
  }

  /** Stores a message. It is on its way when the server has it, whatever happens to this page. */
  const record = (content: MessageContent) => {
    const page = environment.page()
    const message = completeMessage(content, {
      identity: identity.read(),
      place: { locale, page },
      now: now(),
      id: makeId(),
    })
    if (JSON.stringify(message).length > limits.messageBytes) {
      onProblem(`too large: ${content.type}`)
      return
    }
    const [oldest, ...others] = store.names('m:')
    if (oldest && others.length >= mostStored) store.remove(oldest)
    store.set(`m:${message.messageId}`, message)
    tell((core) => core.recorded())
  }

  const changePerson = () => {
    core
      ?.then(({ changePerson }) => {
        changePerson()
      })
      .catch(onProblem)
  }

  const identify = (
    who: string | Properties,
    traits: Properties = {},
    { userHash }: { userHash?: string | undefined } = {},
  ) => {
    if (store.get('consent') === false) return
    const [userId, sent] = typeof who === 'string' ? [who, traits] : [undefined, who]
    if (identity.change({ userId, userHash })) changePerson()
    if (isAllowed()) record({ type: 'identify', traits: sent })
    emit('identify', userId, sent)
  }

  const group = (groupId: string, traits: Properties = {}) => {
    if (!isAllowed()) return
    if (identity.change({ accountId: groupId })) changePerson()
    record({ type: 'group', groupId, traits })
    emit('group', groupId, traits)
  }

  /** Says what the options say about the person, once per change. */
  const introduce = () => {
    if (givenUser && givenUser !== identity.userId()) identify(givenUser, {}, { userHash: givenHash })
    if (!isAllowed()) return
    identity.change({ userHash: givenHash })
    if (givenAccount && givenAccount !== identity.read().accountId) group(givenAccount)
    tell((core) => core.start())
  }

  const methods = {
    identify,
    group,
    track: (event: string, properties: Properties = {}) => {
      if (isAllowed()) {
        record({ type: 'track', event, properties })
        const at = now()
        tell((core) => core.tracked(event, at))
      }
      emit('track', event, properties)
    },
    page: (...given: unknown[]) => {
      const [category, name, properties] = pageArguments(given)
      if (isAllowed()) record({ type: 'page', name, properties: { ...environment.page(), category, ...properties } })
      emit('page', category, name, properties)
    },
    reset: () => {
      identity.forget()
      changePerson()
      emit('reset')
    },
    open: (id: string) => {
      tell((core) => core.open(id))
    },
    close: (id?: string) => {
      tell((core) => core.close(id))
    },
    on,
    consent: (given: boolean) => {
      store.set('consent', given)
      if (given) introduce()
      else {
        for (const name of store.names('')) if (name !== 'consent') store.remove(name)
        changePerson()
      }
    },
    push: (...calls: QueuedCall[]) => {
      for (const [name, ...given] of calls) {
        const method = cairn[name]
        if (method) method(...given)
        else onProblem(`there is no method "${name}"`)
      }
    },
  }

  /** The same methods, which never throw into the page that calls them. */
  const cairn: Partial<Record<string, (...given: unknown[]) => unknown>> = Object.fromEntries(
    Object.entries<(...given: never[]) => unknown>(methods).map(([name, method]) => [
      name,
      (...given: unknown[]) => {
        try {
          return method(...(given as never[]))
        } catch (error) {
          onProblem(error)
          return undefined
        }
      },
    ]),
  )

  introduce()
  return cairn as unknown as Cairn
}
