import type { IngestResult } from '../../api/contract/ingest.ts'
import { limits } from '../../api/contract/limits.ts'
import type { Environment } from './environment.ts'
import type { Message } from './message.ts'
import type { Runtime } from './runtime.ts'
import type { Store } from './store.ts'
import { isWorthRetrying, retryDelay } from './transport.ts'
import type { Send } from './transport.ts'

/** All keepalive requests of a page share 64 KiB; the rest of it is for the envelope. */
const batchBytes = 60_000

/** A request that must arrive some day: an answer, a dismissal. */
interface Held {
  path: string
  body: object
}

/** Gets what is stored to the server at least once: it is removed when the server has it. */
export interface Delivery {
  /** Sends soon what was stored; while the server is failing, when the next try is due. */
  flushSoon(): void
  flush(): Promise<void>
  /** Keeps a request until it arrives. The same id again replaces it. */
  hold(id: string, path: string, body: object): void
  /** Sends what waits in a way that outlives the page. */
  leave(): void
  isEmpty(): boolean
}

export interface DeliveryOptions extends Pick<Environment, 'now' | 'random'>, Pick<Runtime, 'later' | 'alone'> {
  store: Store
  send: Send
  /** Held while sending, so that one tab sends at a time. */
  lock: string
  onDelivered(messages: Message[]): void
  onProblem(text: string): void
}

export const createDelivery = (options: DeliveryOptions): Delivery => {
  const { store, send, now, random, later, onProblem } = options
  const inFlight = new Set<string>()
  let running = false
  let failures = 0
  let planned: (() => void) | undefined

  const plan = (milliseconds: number) => {
    planned?.()
    planned = later(() => void flush(), milliseconds)
  }

  const flushSoon = () => {
    if (!planned) plan(50)
  }

  const waiting = (start: string) => store.names(start).filter((name) => !inFlight.has(name))

  /** Sends what is stored under these names and removes it; null when it has to be sent again. */
  const deliver = async (names: string[], path: string, body: object) => {
    const stored = names.map((name) => JSON.stringify(store.get(name)))
    names.forEach((name) => inFlight.add(name))
    const reply = await send(path, body, true)
    names.forEach((name) => inFlight.delete(name))
    if (isWorthRetrying(reply.status)) {
      plan(retryDelay(++failures, random(), reply.retryAfter))
      return null
    }
    failures = 0
    // What was replaced on the way is still to be sent.
    names.forEach((name, index) => stored[index] === JSON.stringify(store.get(name)) && store.remove(name))
    if (!reply.ok) {
      const { detail = 'dropped' } = (reply.body ?? {}) as { detail?: string }
      onProblem(`${path} answered ${reply.status}: ${detail}`)
    }
    return reply
  }

  /** Sends one batch. False when there is none, or it has to be sent again. */
  const deliverMessages = async () => {
    const names: string[] = []
    const batch: Message[] = []
    let bytes = 0
    for (const name of waiting('m:')) {
      const message = store.get<Message>(name)
      if (!message) {
        store.remove(name)
        continue
      }
      bytes += byteLength(message)
      if (batch.length && (bytes > batchBytes || batch.length === limits.batchMessages)) break
      names.push(name)
      batch.push(message)
    }
    if (!batch.length) return false
    const reply = await deliver(names, '/v1/batch', { batch, sentAt: new Date(now()).toISOString() })
    for (const { messageId, detail } of (reply?.ok && (reply.body as IngestResult | null)?.rejected) || [])
      onProblem(`message ${messageId} was rejected: ${detail}`)
    if (reply?.ok) options.onDelivered(batch)
    return !!reply
  }

  /** Sends one request that was held. False as above. */
  const deliverHeld = async () => {
    const name = waiting('h:')[0]
    const held = name && store.get<Held>(name)
    if (name && !held) store.remove(name)
    return !!held && !!(await deliver([name], held.path, held.body))
  }

  const flush = async () => {
    planned?.()
    planned = undefined
    if (running) return
    running = true
    await options.alone(options.lock, async () => {
      try {
        while (await deliverMessages());
        while (await deliverHeld());
      } catch (error) {
        onProblem(String(error))
      }
      running = false
    })
    if (waiting('m:').length + waiting('h:').length) flushSoon()
  }

  return {
    flushSoon,
    flush,
    hold: (id, path, body) => {
      store.set(`h:${id}`, { path, body })
      flushSoon()
    },
    leave: () => {
      void deliverMessages()
      void deliverHeld()
    },
    isEmpty: () => !store.names('m:').length,
  }
}

const byteLength = (value: object) => new TextEncoder().encode(JSON.stringify(value)).length
