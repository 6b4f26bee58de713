import { LibsqlError } from '@libsql/client'
import { isOutage } from '../db/outage.ts'
import { ApiError } from '../errors.ts'
import type { Fact, Rejection } from './fact.ts'
import { unstorable, type Outcome, type Store } from './store.ts'

/** The one writer of facts. */
export interface Writer {
  /**
   * Puts the facts and rejections of a request on disk.
   *
   * @returns after the commit, an outcome for each fact.
   * @throws ApiError `overloaded` where the queue is full or the database cannot take writes.
   */
  append(work: { facts: Fact[]; rejections: Rejection[] }): Promise<Outcome[]>
  /** What has not yet been taken to disk, and messages that are there but not yet in the tables. */
  waiting(): { messages: number; characters: number; unsettled: number }
  /** Waits until everything that was appended is on disk, and takes no more. */
  close(): Promise<void>
}

interface Waiting {
  facts: Fact[]
  rejections: Rejection[]
  /** Characters that wait. */
  size: number
  resolve: (outcomes: Outcome[]) => void
  reject: (error: unknown) => void
}

/** What may wait, and what one transaction carries at the most: larger ones do not get faster. */
const limits = { waitingMessages: 20_000, waitingSize: 64_000_000, flushMessages: 2000, flushSize: 4_000_000 }

const messagesOf = ({ facts, rejections }: { facts: Fact[]; rejections: Rejection[] }) =>
  facts.length + rejections.length

const sizeOf = ({ facts, rejections }: { facts: Fact[]; rejections: Rejection[] }) =>
  facts.reduce((sum, fact) => sum + fact.properties.length + fact.traits.length + fact.context.length, 0) +
  rejections.reduce((sum, rejection) => sum + rejection.payload.length, 0)

const accepted: Outcome = { status: 'accepted' }
const duplicate: Outcome = { status: 'duplicate' }
const erased: Outcome = {
  status: 'failed',
  reason: 'erased',
  detail: 'What this person did until they were erased is not taken again.',
}

/** What fails where the tables are not those of this version: no message is the reason. */
const nothingStorable = (cause: LibsqlError) =>
  new LibsqlError(`No message can be stored: ${cause.message}`, 'NOTHING_STORABLE', undefined, undefined, cause)

/** What a writer works with. */
export interface WriterOptions {
  store: Store
  /** Is told of every group that is on disk. */
  committed?: (seconds: number, facts: number) => void
}

/**
 * Group commit: requests wait in a bounded queue, and the queue goes into one transaction whenever the last one has
 * ended. So the pace is the disk's, and an answer means that the rows are on it.
 */
export function createWriter({ store, committed }: WriterOptions): Writer {
  const queue: Waiting[] = []
  let waitingMessages = 0
  let waitingSize = 0
  /** Groups that are being written, and their messages. */
  const underWay = { groups: 0, messages: 0 }
  let isScheduled = false
  let ended: (() => void) | undefined
  let closed = false

  /** @throws an outage where it is not this fact that cannot be stored. */
  async function expectSound(fact: Fact): Promise<void> {
    try {
      await store.expectSound(fact)
    } catch (error) {
      throw error instanceof LibsqlError && !isOutage(error) ? nothingStorable(error) : error
    }
  }

  /** Writes the facts and rejections; where a fact fails, halves them until the bad row stands alone. */
  async function write(facts: Fact[], rejections: Rejection[]): Promise<Outcome[]> {
    try {
      return await outcomesOf(facts, await store.put(facts, rejections))
    } catch (error) {
      if (isOutage(error) || !(error instanceof LibsqlError)) throw error
      const [first] = facts
      if (!first) throw nothingStorable(error)
      if (facts.length === 1) {
        // Who is told that a message is wrong does not send it again.
        await expectSound(first)
        if (rejections.length > 0) await write([], rejections)
        return [{ status: 'failed', ...unstorable }]
      }
      const half = Math.ceil(facts.length / 2)
      return [...(await write(facts.slice(0, half), rejections)), ...(await write(facts.slice(half), []))]
    }
  }

  async function outcomesOf(facts: Fact[], skipped: number[]): Promise<Outcome[]> {
    const outcomes = facts.map(() => accepted)
    if (skipped.length === 0) return outcomes
    const messageIds = skipped.map((place) => facts[place]?.messageId ?? '')
    const known = await store.known(messageIds)
    skipped.forEach((place, index) => (outcomes[place] = known.has(messageIds[index] ?? '') ? duplicate : erased))
    return outcomes
  }

  function takeGroup(): Waiting[] {
    const group: Waiting[] = []
    let messages = 0
    let size = 0
    for (let next = queue[0]; next; next = queue[0]) {
      const isFull = messages + messagesOf(next) > limits.flushMessages || size + next.size > limits.flushSize
      if (group.length > 0 && isFull) break
      group.push(next)
      queue.shift()
      messages += messagesOf(next)
      size += next.size
    }
    waitingMessages -= messages
    waitingSize -= size
    return group
  }

  async function writeGroup(group: Waiting[]): Promise<void> {
    const begun = performance.now()
    try {
      const outcomes = await write(
        group.flatMap((waiting) => waiting.facts),
        group.flatMap((waiting) => waiting.rejections),
      )
      committed?.((performance.now() - begun) / 1000, outcomes.length)
      let place = 0
      for (const waiting of group) waiting.resolve(outcomes.slice(place, (place += waiting.facts.length)))
    } catch (error) {
      for (const waiting of group) waiting.reject(error)
    }
  }

  async function start(group: Waiting[]): Promise<void> {
    const messages = group.reduce((sum, waiting) => sum + messagesOf(waiting), 0)
    underWay.groups += 1
    underWay.messages += messages
    await writeGroup(group)
    underWay.groups -= 1
    underWay.messages -= messages
    if (queue.length > 0) schedule()
    else if (underWay.groups === 0) ended?.()
  }

  /** Whether to write what waits: beside another group only where it is no smaller, since a small one is dear. */
  const isWorthIt = () =>
    underWay.groups === 0 || (underWay.groups < store.groupsAtOnce && waitingMessages >= underWay.messages)

  /** Writes what waits at the next turn of the event loop, so that requests which are being read now join it. */
  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      while (queue.length > 0 && isWorthIt()) void start(takeGroup())
    })
  }

  return {
    append(work) {
      const size = sizeOf(work)
      if (closed) return Promise.reject(new ApiError('overloaded', 'The server is stopping.', { retryAfterSeconds: 5 }))
      if (waitingMessages + messagesOf(work) > limits.waitingMessages || waitingSize + size > limits.waitingSize) {
        return Promise.reject(
          new ApiError('overloaded', 'Too many messages are waiting to be written.', { retryAfterSeconds: 1 }),
        )
      }
      if (work.facts.length === 0 && work.rejections.length === 0) return Promise.resolve([])
      return new Promise((resolve, reject) => {
        queue.push({ ...work, size, resolve, reject })
        waitingMessages += messagesOf(work)
        waitingSize += size
        schedule()
      })
    },
    waiting: () => ({ messages: waitingMessages, characters: waitingSize, unsettled: store.unsettled() }),
    async close() {
      closed = true
      if (queue.length > 0 || underWay.groups > 0) await new Promise<void>((resolve) => (ended = resolve))
      await store.close()
    },
  }
}
