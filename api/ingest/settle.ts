import { LibsqlError, type InStatement } from '@libsql/client'
import type { Program } from '../../content/schema.ts'
import type { Inbox } from '../db/inbox.ts'
import { isOutage } from '../db/outage.ts'
import type { Log } from '../log.ts'
import { messageOf, refusedKind } from './fact-row.ts'
import { flushStatements, insertFacts, insertRejections } from './flush-statements.ts'
import { keepRefused } from './keep-refused.ts'

/** Moves what arrived in the inbox into the database, with everything that follows from it. */
export interface Settler {
  /** Says up to which row the inbox is filled. */
  arrived(top: number): void
  /** Waits until everything that arrived before is settled, or cannot be: then it is logged. */
  settled(): Promise<void>
  /**
   * Waits until fewer rows than this are unsettled.
   *
   * @throws the outage that keeps the database from being written.
   */
  ready(most: number): Promise<void>
  /** Rows that wait. */
  unsettled(): number
  /** Settles what is left. */
  close(): Promise<void>
}

/** What a settler works with. */
export interface SettlerOptions {
  inbox: Inbox
  programs: Program[]
  log: Log
  newId: () => string
  now: () => number
}

/**
 * Rows that one transaction settles. The more there are, the fewer pages each of them changes, and the longer others
 * wait who write to the database.
 */
const mostAtOnce = 8000
/** Milliseconds that rows wait; they are settled sooner where there are many, or somebody reads. */
const pause = 250
const pauseAfterFailure = 1000

/** Begins with what an earlier process left in the inbox. */
export function createSettler({ inbox, programs, log, newId, now }: SettlerOptions): Settler {
  /** The last row that arrived, and the last that is settled. */
  let newest = 0
  let last = 0
  let step: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let failure: Error | null = null
  let removing: Promise<unknown> = Promise.resolve()

  /** Settles the first rows; where one of them fails, fewer, until it stands alone. */
  async function settleFirst(limit: number): Promise<void> {
    const expected = newest
    const [found] = await inbox.settle([{ sql: firstRows, args: { last, limit } }])
    const rows = (found?.rows ?? []).map(({ kind, count, top }) => ({
      kind: String(kind),
      count: Number(count),
      top: Number(top),
    }))
    const count = rows.reduce((sum, row) => sum + row.count, 0)
    const range = { last, top: Math.max(last, ...rows.map(({ top }) => top)) }
    if (count > 0) {
      try {
        await inbox.settle(
          settling(
            range,
            rows.map(({ kind }) => kind),
          ),
        )
      } catch (error) {
        if (isOutage(error) || !(error instanceof LibsqlError)) throw error
        if (count > 1) return settleFirst(Math.ceil(count / 2))
        await refuse(range, error)
      }
      remove(range.top)
    }
    // Where there were no more, another process has settled whatever else was expected.
    last = count < limit ? Math.max(range.top, expected) : range.top
    newest = Math.max(newest, last)
  }

  function settling(range: Range, kinds: string[]): InStatement[] {
    const facts = kinds.filter((kind) => kind !== refusedKind)
    return [
      ...(facts.length > 0 ? flushStatements({ insert: { sql: moveFacts, args: range }, kinds: facts, programs }) : []),
      ...(kinds.includes(refusedKind) ? [{ sql: moveRejections, args: range }] : []),
    ]
  }

  /** Makes a rejection of a fact that cannot be stored after all. */
  async function refuse(range: Range, cause: Error): Promise<void> {
    log.error('The database cannot store a message that was accepted: it is among the rejected messages.', { cause })
    const [found] = await inbox.settle([{ sql: rowsOf, args: range }])
    const rejections = (found?.rows ?? []).map(({ row }) => ({
      id: newId(),
      receivedAt: now(),
      keyId: null,
      ...keepRefused(messageOf(JSON.parse(String(row)) as (string | number | null)[]), {
        reason: 'unstorable',
        detail: 'The database cannot store this message.',
        sentAt: null,
      }),
    }))
    await inbox.settle([{ sql: keepRejections, args: { rows: JSON.stringify(rejections) } }])
  }

  /** Takes out what is settled. Nobody waits for that: what stays is known, and goes with the next. */
  function remove(top: number): void {
    removing = inbox
      .append([{ sql: 'DELETE FROM arrivals WHERE id <= :top', args: { top } }])
      .catch((cause: unknown) => {
        log.warn('Messages that are settled stay in the inbox until the next are.', { cause })
      })
  }

  async function takeStep(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    try {
      await settleFirst(mostAtOnce)
      failure = null
    } catch (error) {
      if (failure === null) {
        log.error('What arrived waits on disk: the database cannot be written.', { cause: error })
      }
      failure = error instanceof Error ? error : new Error(String(error))
    }
    step = null
    if (last < newest) plan()
  }

  const stepNow = (): Promise<void> => (step ??= takeStep())

  function plan(): void {
    if (failure === null && newest - last >= mostAtOnce / 2) void stepNow()
    else timer ??= setTimeout(() => void stepNow(), failure === null ? pause : pauseAfterFailure).unref()
  }

  async function settled(): Promise<void> {
    const wanted = newest
    while (last < wanted) {
      await stepNow()
      if (failure !== null) return
    }
  }

  function arrived(top: number): void {
    newest = Math.max(newest, top)
    if (last < newest) plan()
  }

  arrived(inbox.newestRow)
  return {
    arrived,
    settled,
    async ready(most) {
      while (failure !== null || newest - last >= most) {
        await stepNow()
        if (failure !== null) throw failure
      }
    },
    unsettled: () => newest - last,
    async close() {
      await settled()
      await removing
      if (timer) clearTimeout(timer)
    },
  }
}

interface Range {
  [name: string]: number
  last: number
  top: number
}

const within = 'FROM inbox.arrivals WHERE id > :last AND id <= :top'

const firstRows = `
  SELECT kind, count(*) AS count, max(id) AS top
  FROM (SELECT id, kind FROM inbox.arrivals WHERE id > :last ORDER BY id LIMIT :limit) GROUP BY kind`

const rowsOf = `SELECT row ${within}`

const moveFacts = insertFacts(`(SELECT id, row AS value ${within} AND kind != '${refusedKind}') AS sent`)

const moveRejections = insertRejections(`(SELECT row AS value ${within} AND kind = '${refusedKind}')`)

const keepRejections = insertRejections('json_each(:rows)')
