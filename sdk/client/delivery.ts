import type { IngestResult } from '../../api/contract/ingest.ts'
import { byteLength } from './byte-length.ts'
import type { Environment } from './environment.ts'
import type { Message } from './message.ts'
import { outcomeOf } from './outcome.ts'
import type { CoreOptions } from '../core.ts'
import type { Runtime } from './runtime.ts'
import type { Store } from './store.ts'
import type { Send } from './transport.ts'

/**
 * So that a batch with its envelope may outlive the page, and takes half of what the page itself may send so. It is full
 * long before it has the 500 messages allowed.
 */
const batchBytes = 29_000
/** After so many failures one waits for minutes. */
const manyFailures = 20

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

/** What delivery works with, and whom it tells. */
export interface DeliveryOptions
  extends Pick<Environment, 'now' | 'random' | 'later'>, Pick<Runtime, 'alone'>, Pick<CoreOptions, 'retryDelay'> {
  store: Store
  send: Send
  /** Names the lock that is held while sending, so that one tab sends at a time. */
  prefix: string
  onDelivered(messages: Message[]): void
  onProblem(problem: unknown): void
}

/**
 * Delivers messages (stored as `m:…`) in batches, then what is held (`h:…`) one by one. Only an answer of a Cairn
 * server removes something.
 */
export const createDelivery = (options: DeliveryOptions): Delivery => {
  const { store, send, now, random, later, retryDelay, onProblem } = options
  const inFlight = new Set<string>()
  /** What waits for minutes without keeping the rest from going: all messages (`m:`), or one request that is held. */
  const setAside = new Set<string>()
  const reported = new Set<string>()
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

  const waiting = (start: 'm:' | 'h:') =>
    setAside.has(start) ? [] : store.names(start).filter((name) => !inFlight.has(name) && !setAside.has(name))

  /** Sends what is stored under these names and removes it, unless it has to be sent again. */
  const deliver = async (names: string[], { path, body }: Held, queue: string) => {
    const stored = names.map((name) => JSON.stringify(store.get(name)))
    names.forEach((name) => inFlight.add(name))
    const reply = await send(path, body, true)
    names.forEach((name) => inFlight.delete(name))
    const outcome = outcomeOf(path, reply)
    if (outcome === 'soon') {
      plan(retryDelay(++failures, random(), reply.retryAfter))
      return null
    }
    failures = 0
    const { detail = 'no answer of Cairn' } = (reply.body ?? {}) as { detail?: string }
    const problem = `${path} answered ${reply.status}: ${detail}`
    if (outcome !== 'taken' && !reported.has(problem)) onProblem(problem)
    if (outcome === 'late') {
      // What is kept meets the same answer again and again.
      reported.add(problem)
      setAside.add(queue)
      later(
        () => {
          setAside.delete(queue)
          flushSoon()
        },
        retryDelay(manyFailures, random(), reply.retryAfter),
      )
      return null
    }
    // What was replaced on the way is still to be sent.
    names.forEach((name, index) => stored[index] === JSON.stringify(store.get(name)) && store.remove(name))
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
      bytes += byteLength(JSON.stringify(message)) + 1
      if (batch.length && bytes > batchBytes) break
      names.push(name)
      batch.push(message)
    }
    if (!batch.length) return false
    const body = { batch, sentAt: new Date(now()).toISOString() }
    const reply = await deliver(names, { path: '/v1/messages', body }, 'm:')
    if (reply && reply.status < 300) {
      const { rejected = [] } = reply.body as Partial<IngestResult>
      for (const { messageId, detail } of rejected) onProblem(`rejected ${messageId}: ${detail}`)
      options.onDelivered(batch)
    }
    return !!reply
  }

  const deliverHeld = async (name: string) => {
    const held = store.get<Held>(name)
    if (held) await deliver([name], held, name)
    else store.remove(name)
  }

  const flush = async () => {
    planned?.()
    planned = undefined
    if (running) return
    running = true
    await options.alone(options.prefix, async () => {
      try {
        while (await deliverMessages());
        // While the server is failing the rest goes with the next try.
        for (const name of waiting('h:')) if (!planned) await deliverHeld(name)
      } catch (error) {
        onProblem(error)
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
      for (const name of waiting('h:')) void deliverHeld(name)
    },
    isEmpty: () => !store.names('m:').length,
  }
}
