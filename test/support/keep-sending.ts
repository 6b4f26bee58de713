import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '../../scripts/demo/create-random.ts'

/** What clients sent, and what they were told. */
export interface Ledger {
  /** Ids of all messages that ever left. */
  sent: Set<string>
  /** Ids of those that the server said it has. */
  acknowledged: Set<string>
  /** How many requests ended how: a status, or `cut` for a connection that ended without an answer. */
  endings: Map<string, number>
  /** Answers that no client should get. */
  wrong: string[]
}

/** Clients that send until they are stopped. */
export interface Clients {
  ledger: Ledger
  /** Lets requests that are under way end. */
  stop(): Promise<void>
}

type Message = Record<string, unknown> & { messageId: string }

/**
 * Starts clients that send as those of a product do: one by one and in batches, about people and accounts, and again
 * with the same ids after a refusal or a connection that was cut. Now and then one gives up, or repeats what was taken.
 *
 * @param options.urls - Servers; each client keeps to one.
 * @param options.pauseWhenRefused - Milliseconds before the next attempt; clients of a test are less patient than
 *   `Retry-After` asks for.
 */
export function keepSending(options: {
  urls: string[]
  writeKey: string
  clients: number
  seed: string
  pauseWhenRefused?: number
}): Clients {
  const { urls, writeKey, clients, seed, pauseWhenRefused = 40 } = options
  const ledger: Ledger = { sent: new Set(), acknowledged: new Set(), endings: new Map(), wrong: [] }
  const stopping = new AbortController()
  const isStopped = () => stopping.signal.aborted

  /** @returns whether the server has the messages. */
  async function send(url: string, messages: Message[]): Promise<boolean> {
    const [first] = messages
    const isSingle = messages.length === 1 && first !== undefined
    const path = isSingle ? `/v1/${String(first['type'])}` : '/v1/batch'
    const body = JSON.stringify(isSingle ? first : { batch: messages })
    for (const { messageId } of messages) ledger.sent.add(messageId)
    const headers = { Authorization: `Bearer ${writeKey}`, 'Content-Type': 'application/json' }
    const [status, answer] = await fetch(url + path, { method: 'POST', headers, body })
      .then(async (response) => [response.status, { text: await response.text(), headers: response.headers }] as const)
      .catch(() => ['cut', null] as const)
    ledger.endings.set(String(status), (ledger.endings.get(String(status)) ?? 0) + 1)
    if (answer === null) return false
    if (status === 503 && answer.headers.has('Retry-After')) return false
    const taken = status === 200 ? (JSON.parse(answer.text) as { accepted: number; duplicates: number }) : null
    if (taken && taken.accepted + taken.duplicates === messages.length) {
      for (const { messageId } of messages) ledger.acknowledged.add(messageId)
      return true
    }
    ledger.wrong.push(`${path} answered ${status}: ${answer.text.slice(0, 300)}`)
    return false
  }

  async function client(name: string, url: string): Promise<void> {
    const random = createRandom(`${seed} ${name}`)
    let place = 0
    let last: Message[] = []
    while (!isStopped()) {
      const isRepeated = last.length > 0 && random.chance(0.1)
      const count = random.chance(0.5) ? 1 : random.whole(2, 40)
      const messages = isRepeated
        ? last
        : Array.from({ length: count }, () => makeMessage(random, `${seed}-${name}-${place++}`))
      while (!(await send(url, messages))) {
        if (isStopped() || random.chance(0.1)) break
        await wait(pauseWhenRefused)
      }
      last = messages
    }
  }

  const running = Array.from({ length: clients }, (_, index) => client(String(index), urls[index % urls.length] ?? ''))
  return {
    ledger,
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

function makeMessage(random: Random, messageId: string): Message {
  const user = random.whole(1, 40)
  const common = { messageId, timestamp: new Date(Date.now() - random.whole(0, 200_000)).toISOString() }
  const who = random.chance(0.8) ? { userId: `user-${user}` } : { anonymousId: `visitor-${user}` }
  if (random.chance(0.08)) {
    const traits = { name: `User ${user}`, seen: random.whole(1, 9) }
    return { ...common, type: 'identify', userId: `user-${user}`, anonymousId: `visitor-${user}`, traits }
  }
  if (random.chance(0.08)) {
    const traits = { name: `School ${user % 8}`, segment: 'school', mrr: random.whole(50, 500) }
    return { ...common, type: 'group', userId: `user-${user}`, groupId: `school-${user % 8}`, traits }
  }
  if (random.chance(0.1)) return { ...common, ...who, type: 'page', name: 'Invoices' }
  const event = random.pick(['lesson_booked', 'invoice_sent', 'signed_in', 'vehicle_added'])
  const context = random.chance(0.2) ? { groupId: `school-${random.whole(0, 7)}` } : {}
  return { ...common, ...who, type: 'track', event, properties: { amount: random.whole(1, 99) }, context }
}
