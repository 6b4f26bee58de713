import type { InStatement } from '@libsql/client'
import type { Program } from '../../content/program-schema.ts'
import type { Inbox } from '../db/inbox.ts'
import type { Log } from '../log.ts'
import type { Rejection } from './fact.ts'
import { messageOf, originOf, refusedKind, type FactRow } from './fact-row.ts'
import { flushStatements, insertFacts, insertRejections, keepRejections } from './flush-statements.ts'
import { keepRefused } from './keep-refused.ts'
import { unstorable } from './store.ts'

/** Rows of the inbox that follow each other. */
export interface Rows {
  /** The row before the first, and the last. */
  last: number
  top: number
  count: number
  kinds: string[]
}

/** What is done with rows of the inbox. */
export interface SettleRows {
  /** The first rows after `last` and up to `until`. */
  find(range: { last: number; until: number; limit: number }): Promise<Rows>
  /** Moves them into the tables, with everything that follows from them, in one transaction. */
  settle(rows: Rows): Promise<void>
  /**
   * Makes sure that it is the rows which cannot be settled, not the statements: those are run without any.
   *
   * @throws LibsqlError where they fail all the same.
   */
  expectSound(rows: Rows): Promise<void>
  /** Makes a rejection of a fact that cannot be stored after all, and leaves out a rejection. */
  refuse(row: Rows, cause: Error): Promise<void>
}

/** What it takes to settle rows. */
export interface SettleRowsOptions {
  inbox: Inbox
  programs: Program[]
  log: Log
  newId: () => string
  now: () => number
  /** Is told of what was accepted and is refused after all. */
  refused?: (rejections: Pick<Rejection, 'reason'>[]) => void
}

export function createSettleRows(options: SettleRowsOptions): SettleRows {
  const { inbox, programs, log, newId, now, refused } = options

  function statementsFor({ last, top, kinds }: Rows): InStatement[] {
    const range = { last, top }
    const facts = kinds.filter((kind) => kind !== refusedKind)
    return [
      ...(facts.length > 0 ? flushStatements({ insert: { sql: moveFacts, args: range }, kinds: facts, programs }) : []),
      ...(facts.length < kinds.length ? [{ sql: moveRejections, args: range }] : []),
    ]
  }

  return {
    async find(range) {
      const [found] = await inbox.settle([{ sql: firstRows, args: range }])
      const groups = found?.rows ?? []
      return {
        last: range.last,
        top: Math.max(range.last, ...groups.map(({ top }) => Number(top))),
        count: groups.reduce((sum, { count }) => sum + Number(count), 0),
        kinds: groups.map(({ kind }) => String(kind)),
      }
    },
    async settle(rows) {
      await inbox.settle(statementsFor(rows))
    },
    async expectSound(rows) {
      await inbox.settle(statementsFor({ ...rows, last: rows.top }))
    },
    async refuse({ last, top, kinds }, cause) {
      if (kinds.includes(refusedKind)) {
        log.error('What was kept of a refused message cannot be stored: it is left out.', { cause })
        return
      }
      log.error('The database cannot store a message that was accepted: it is among the rejected messages.', { cause })
      const [found] = await inbox.settle([{ sql: rowsOf, args: { last, top } }])
      const rejections = (found?.rows ?? []).map(({ row }) => {
        const { message, receivedAt, keyId, sentAt } = readRow(String(row), now())
        return { id: newId(), receivedAt, keyId, ...keepRefused(message, { ...unstorable, sentAt }) }
      })
      await inbox.settle([keepRejections(rejections)])
      refused?.(rejections)
    },
  }
}

/** The message of a row and how it came; of one that cannot be read its text. */
function readRow(row: string, now: number): ReturnType<typeof originOf> & { message: unknown } {
  try {
    const values = JSON.parse(row) as FactRow
    return { message: messageOf(values), ...originOf(values) }
  } catch {
    return { message: row, receivedAt: now, keyId: null, sentAt: null }
  }
}

const firstRows = `
  SELECT kind, count(*) AS count, max(id) AS top
  FROM (SELECT id, kind FROM inbox.arrivals WHERE id > :last AND id <= :until ORDER BY id LIMIT :limit) GROUP BY kind`

const within = 'FROM inbox.arrivals WHERE id > :last AND id <= :top'

const rowsOf = `SELECT row ${within}`

const moveFacts = insertFacts(`(SELECT id, row AS value ${within} AND kind != '${refusedKind}') AS sent`)

const moveRejections = insertRejections(`(SELECT row AS value ${within} AND kind = '${refusedKind}')`)
