import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { LibsqlError } from '@libsql/client'
import type { Program } from '../../content/schema.ts'
import type { Database } from '../db/open.ts'
import { ApiError } from '../errors.ts'
import type { Fact, Rejection } from './fact.ts'
import { flushStatements } from './flush-statements.ts'

/** What became of the facts of one request, in their order. */
export type Outcome = { status: 'accepted' | 'duplicate' } | { status: 'failed'; detail: string }

/** The one writer of facts. */
export interface Writer {
  /**
   * Puts the facts and rejections of a request on disk.
   *
   * @returns after the commit, an outcome for each fact.
   * @throws ApiError `overloaded` where the queue is full or the database cannot take writes.
   */
  append(work: { facts: Fact[]; rejections: Rejection[] }): Promise<Outcome[]>
  /** Waits until everything that was appended is on disk, and takes no more. */
  close(): Promise<void>
}

interface Waiting {
  facts: Fact[]
  rejections: Rejection[]
  resolve: (outcomes: Outcome[]) => void
  reject: (error: unknown) => void
}

/** Facts that one transaction carries at the most: larger ones do not get faster. */
const flushSize = 2000

/** Errors of the database itself, not of what is written: full, read-only, locked, broken or out of reach. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof LibsqlError)) return true
  return !/^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG|ERROR)/.test(error.code)
}

/**
 * Group commit: requests wait in a bounded queue, and the queue goes into one transaction whenever the last one has
 * ended. So the pace is the disk's, and an answer means that the rows are on it.
 */
export function createWriter(options: {
  database: Database
  programs: Program[]
  now: () => number
  /** Facts that may wait. */
  capacity?: number
}): Writer {
  const { database, programs, now, capacity = 20_000 } = options
  const queue: Waiting[] = []
  let waitingFacts = 0
  let running: Promise<void> | null = null
  let closed = false

  /** Writes the facts; where something in them fails, halves them until the bad row stands alone. */
  async function write(facts: Fact[], rejections: Rejection[]): Promise<Map<string, Outcome>> {
    try {
      const [inserted] = await database.client.batch(
        flushStatements({ facts, rejections }, { programs, now: now() }),
        'write',
      )
      const ids = new Set(inserted?.rows.map((row) => String(row['id'])))
      return new Map(facts.map(({ id }) => [id, { status: ids.has(id) ? 'accepted' : 'duplicate' }]))
    } catch (error) {
      if (isOutage(error)) throw error
      const [only, ...others] = facts
      if (!only) throw error
      if (others.length === 0) {
        return new Map([[only.id, { status: 'failed', detail: 'The database cannot store this message.' }]])
      }
      const half = Math.ceil(facts.length / 2)
      const left = await write(facts.slice(0, half), rejections)
      const right = await write(facts.slice(half), [])
      return new Map([...left, ...right])
    }
  }

  function takeGroup(): Waiting[] {
    const group: Waiting[] = []
    let size = 0
    while (queue[0] && (group.length === 0 || size + queue[0].facts.length <= flushSize)) {
      const next = queue.shift() as Waiting
      size += next.facts.length
      group.push(next)
    }
    waitingFacts -= size
    return group
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      // Requests that are being read now join this flush; without a turn of the loop memory would only grow.
      await yieldToEventLoop()
      const group = takeGroup()
      try {
        const outcomes = await write(
          group.flatMap((waiting) => waiting.facts),
          group.flatMap((waiting) => waiting.rejections),
        )
        for (const waiting of group) {
          waiting.resolve(waiting.facts.map(({ id }) => outcomes.get(id) as Outcome))
        }
      } catch (error) {
        const refusal = new ApiError('overloaded', 'The database cannot take writes at the moment. Send again.', {
          retryAfterSeconds: 5,
        })
        refusal.cause = error
        for (const waiting of group) waiting.reject(refusal)
      }
    }
    running = null
  }

  return {
    append({ facts, rejections }) {
      if (closed) return Promise.reject(new ApiError('overloaded', 'The server is stopping.', { retryAfterSeconds: 5 }))
      if (waitingFacts + facts.length > capacity) {
        return Promise.reject(
          new ApiError('overloaded', 'Too many messages are waiting to be written.', { retryAfterSeconds: 1 }),
        )
      }
      if (facts.length === 0 && rejections.length === 0) return Promise.resolve([])
      return new Promise((resolve, reject) => {
        queue.push({ facts, rejections, resolve, reject })
        waitingFacts += facts.length
        running ??= run()
      })
    },
    async close() {
      closed = true
      await running
    },
  }
}
