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
  /** Tells whether it was replaced while it was on its way. */
  version: number
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
    planned = later(flush, milliseconds)
  }

  const flushSoon = () => {
    if (!planned) plan(50)
  }

  const waiting = (start: string) => store.names(start).filter((name) => !inFlight.has(name))

  /** Sends under these names; true when they are dealt with, false when they have to be sent again. */
  const deliver = async (names: string[], path: string, body: object, settle: (reply: unknown) => void) => {
    names.forEach((name) => inFlight.add(name))
    const { ok, status, body: answer, retryAfter } = await send(path, body, true)
    names.forEach((name) => inFlight.delete(name))
    if (isWorthRetrying(status)) {
      plan(retryDelay(++failures, random(), retryAfter))
      return false
    }
    failures = 0
    if (ok) settle(answer)
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
    const sentAt = new Date(now()).toISOString()
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
    await options.alone(options.lock, async () => {
      while ((await deliverMessages()) || (await deliverHeld()));
      running = false
    })
  }

  return {
    flushSoon,
    flush,
    hold: (id, path, body) => {
      store.set(`h:${id}`, { path, body, version: now() + random() })
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
