import type { Cairn, CairnOptions, Identification, Properties } from './cairn.ts'
import { createEmitter } from './client/emitter.ts'
import type { Environment } from './client/environment.ts'
import { createFacade } from './client/facade.ts'
import { createIdentity } from './client/identity.ts'
import { keepLoading } from './client/keep-loading.ts'
import { createMakeId } from './client/make-id.ts'
import { createRecorder } from './client/message.ts'
import type { MessageContent } from './client/message.ts'
import { pageArguments } from './client/page-arguments.ts'
import { report } from './client/report.ts'
import { retryDelay } from './client/retry-delay.ts'
import { createStore } from './client/store.ts'
import { toId } from './client/to-id.ts'
import { toJson } from './client/to-json.ts'
import type { Core, CoreOptions } from './core.ts'
import type { LoadPart } from './parts.ts'

/** Starts an instance: it takes calls and stores them at once; the core, loaded later, sends them and shows things. */
export const startCairn = (options: CairnOptions, environment: Environment, loadPart: LoadPart): Cairn => {
  const { now } = environment
  const { key } = options
  const api = options.api.replace(/\/+$/, '')
  const locale = (options.locale || environment.language()).replaceAll('_', '-')
  const prefix = `cairn:${key}:`
  const store = createStore(environment.localStorage, prefix)
  const makeId = createMakeId(environment)
  const identity = createIdentity(store, makeId)
  const { on, emit } = createEmitter()
  const onProblem = (problem: unknown) => emit('problem', String(problem))
  on('problem', report)

  /** Global Privacy Control keeps visitors unrecorded, not those whom the page names. */
  const isAllowed = (userId = identity.userId()) =>
    store.get<boolean>('consent') ?? !!(!options.needsConsent && (userId || !environment.privacyControl()))
  /** What the page last said about the person, for when it may be kept. */
  let person: [string | number, Properties, Identification | undefined] | undefined = options.userId
    ? [options.userId, {}, options]
    : undefined
  let account: Parameters<typeof group> | undefined = options.accountId ? [options.accountId] : undefined

  const load = keepLoading(loadPart, { ...environment, onProblem })
  const session = createStore(environment.sessionStorage, prefix)
  const coreOptions: CoreOptions = {
    ...{
      environment,
      load,
      api,
      key,
      locale,
      prefix,
      store,
      session,
      identity,
      on,
      emit,
      onProblem,
      makeId,
      isAllowed,
    },
    retryDelay,
    toJson,
    track: (...given) => cairn.track(...given),
  }
  /** Whether the address, on this page or one before, asks for the debug panel, which says why nobody is served, too. */
  const isDebugged = session.get<boolean>('debug') ?? /[?&]cairn-debug/.test(environment.page().url)
  let core: Promise<Core> | undefined
  /** Tells the core, which is loaded when there is somebody whom it may serve. */
  const tell = (use: (core: Core) => void) => {
    if (!isDebugged && !isAllowed()) return
    core ??= load(isDebugged ? 'debug' : 'core').then(({ createCore }) => createCore(coreOptions))
    core.then(use).catch(onProblem)
  }

  const storeMessage = createRecorder(coreOptions)
  /** Stores a message and has it sent; false where it may not be, or was refused. */
  const record = (content: MessageContent) => {
    const isStored = isAllowed() && storeMessage(content)
    if (isStored) tell((core) => core.recorded())
    return isStored
  }

  const changePerson = () => {
    core?.then((known) => known.changePerson()).catch(onProblem)
  }

  const identify = (who: string | number | Properties, traits: Properties = {}, proof?: Identification) => {
    const userId = toId(who)
    const sent = userId ? traits : (who as Properties)
    if (!userId && (Object(who) !== who || Array.isArray(who))) throw noId(who)
    if (userId) {
      if (person && toId(person[0]) !== userId) account = undefined
      person = [userId, traits, proof]
    }
    if (!isAllowed(userId)) return
    const wasAllowed = isAllowed()
    if (identity.change({ userId, userHash: proof?.userHash })) changePerson()
    record({ type: 'identify', traits: sent })
    emit('identify', userId, sent)
    if (!wasAllowed) introduce()
  }

  const group = (given: string | number, traits: Properties = {}) => {
    const groupId = toId(given)
    if (!groupId) throw noId(given)
    account = [groupId, traits]
    if (!isAllowed()) return
    if (identity.change({ accountId: groupId })) changePerson()
    record({ type: 'group', groupId, traits })
    emit('group', groupId, traits)
  }

  /** Says what the page said about the person, once per change. */
  const introduce = () => {
    if (person && toId(person[0]) !== identity.userId()) cairn.identify(...person)
    if (isAllowed()) {
      identity.change({ userHash: person?.[2]?.userHash })
      if (account && toId(account[0]) !== identity.read().accountId) cairn.group(...account)
    }
    tell((core) => core.start())
  }

  const methods: Omit<Cairn, 'push'> = {
    identify,
    group,
    track: (event: string, properties: Properties = {}) => {
      if (record({ type: 'track', event, properties })) {
        const at = now()
        tell((core) => core.tracked(event, at))
      }
      emit('track', event, properties)
    },
    page: (...given: unknown[]) => {
      const [category, name, properties] = pageArguments(given)
      record({ type: 'page', name, properties: { ...environment.page(), category, ...properties } })
      emit('page', category, name, properties)
    },
    reset: () => {
      person = account = undefined
      identity.forget()
      store.remove('minimised')
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
      const wasAllowed = isAllowed()
      // Said first, so that other tabs know why the rest is forgotten.
      store.set('consent', given)
      if (!given) {
        store.names('').forEach((name) => name !== 'consent' && store.remove(name))
        changePerson()
      }
      if (given && !wasAllowed) introduce()
    },
  }

  const cairn = createFacade(methods, onProblem)
  // What is agreed to in one tab holds in all.
  environment.onStored((key) => {
    if (key === `${prefix}consent`) introduce()
    // Whoever signed out there must not be introduced again from here.
    if (key === `${prefix}identity` && isAllowed(key) && !identity.userId()) person = account = undefined
  })
  introduce()
  return cairn
}

const noId = (given: unknown) => new Error(`no id: ${String(given)}`)
