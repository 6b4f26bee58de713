import type { IngestResult } from '../../api/contract/ingest.ts'
import { limits } from '../../api/contract/limits.ts'
import type { Environment } from './environment.ts'
import type { Message } from './message.ts'
import type { Store } from './store.ts'
import { isOk, isWorthRetrying, retryDelay } from './transport.ts'
import type { Send } from './transport.ts'

/** All keepalive requests of a page share 64 KiB; the rest of it is for the envelope. */
const batchBytes = 60_000

/** A request that must arrive some day: an answer, a dismissal. */
interface Held {
  path: string
  body: object
  /** Tells whether it was replaced while it was on its way. */
  version: number
}

/** Gets everything to the server at least once: what is added is stored first and removed when the server has it. */
export interface Delivery {
  add(message: Message): void
  /** Keeps a request until it arrives. The same id again replaces it. */
  hold(id: string, path: string, body: object): void
  flush(): Promise<void>
  /** Sends what waits in a way that outlives the page. */
  leave(): void
  /** Forgets what waits. */
  drop(): void
  isEmpty(): boolean
}

export const createDelivery = (options: {
  environment: Environment
  store: Store
  send: Send
  lock: string
  onDelivered(messages: Message[]): void
  onProblem(text: string): void
}): Delivery => {
  const { environment, store, send, onProblem } = options
  const inFlight = new Set<string>()
  let running = false
  let failures = 0
  let planned: (() => void) | undefined

  const plan = (milliseconds: number) => {
    planned?.()
    planned = environment.later(flush, milliseconds)
  }

  /** Unless something is planned: while the server is failing, the wait for the next try stands. */
  const planSoon = () => {
    if (!planned) plan(50)
  }

  const waiting = (start: string) => store.names(start).filter((name) => !inFlight.has(name))

  /** Sends under these names; true when they are dealt with, false when they have to be sent again. */
  const deliver = async (names: string[], path: string, body: object, settle: (reply: unknown) => void) => {
    names.forEach((name) => inFlight.add(name))
    const { status, body: answer, retryAfter } = await send(path, body, true)
    names.forEach((name) => inFlight.delete(name))
    if (isWorthRetrying(status)) {
      plan(retryDelay(++failures, environment.random(), retryAfter))
      return false
    }
    failures = 0
    if (isOk(status)) settle(answer)
    else onProblem(`${path} answered ${status}: ${(answer as { detail?: string } | null)?.detail ?? 'dropped'}`)
    return true
  }

  const deliverMessages = async () => {
    const names: string[] = []
    const batch: Message[] = []
    let bytes = 0
    for (const name of waiting('m:')) {
      const message = store.get<Message>(name)
      if (!message) continue
      bytes += byteLength(message)
      if (batch.length && (bytes > batchBytes || batch.length === limits.batchMessages)) break
      names.push(name)
      batch.push(message)
    }
    if (!batch.length) return null
    const sentAt = new Date(environment.now()).toISOString()
    const done = await deliver(names, '/v1/batch', { batch, sentAt }, (answer) => {
      for (const { messageId, detail } of (answer as IngestResult | null)?.rejected ?? [])
        onProblem(`A message was rejected (${messageId}): ${detail}`)
      options.onDelivered(batch)
    })
    if (done) names.forEach(store.remove)
    return done
  }

  const deliverHeld = async () => {
    const name = waiting('h:')[0]
    const held = name && store.get<Held>(name)
    if (!held) return null
    const done = await deliver([name], held.path, held.body, () => {})
    if (done && store.get<Held>(name)?.version === held.version) store.remove(name)
    return done
  }

  const flush = async () => {
    planned?.()
    planned = undefined
    if (running) return
    running = true
    await environment.alone(options.lock, async () => {
      while ((await deliverMessages()) || (await deliverHeld()));
      running = false
    })
  }

  return {
    add: (message) => {
      if (byteLength(message) > limits.messageBytes) return onProblem(`A message is too large: ${message.type}`)
      store.set(`m:${message.messageId}`, message)
      planSoon()
    },
    hold: (id, path, body) => {
      store.set(`h:${id}`, { path, body, version: environment.now() + environment.random() })
      planSoon()
    },
    flush,
    leave: () => {
      void deliverMessages()
      void deliverHeld()
    },
    drop: () => [...store.names('m:'), ...store.names('h:')].forEach(store.remove),
    isEmpty: () => !store.names('m:').length,
  }
}

const byteLength = (value: object) => new TextEncoder().encode(JSON.stringify(value)).length
