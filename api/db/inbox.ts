import { pathToFileURL } from 'node:url'
import type { Client, InStatement } from '@libsql/client'
import { connect } from './connect.ts'
import type { FileWriter, WriteResult } from './file-writer.ts'
import { withPatience } from './with-patience.ts'

/** How what arrived is settled. */
export interface Settling {
  /** Waits until everything that this process acknowledged is settled, or cannot be. */
  settled(): Promise<void>
  /**
   * Waits until everything that is in the inbox now is settled, whoever put it there.
   *
   * @throws LibsqlError or ApiError as an outage where it cannot be.
   */
  expectSettled(): Promise<void>
}

/**
 * A file beside the database that takes rows at once, whatever the database is busy with. They are on disk there until
 * they are settled, which means moved into the database many at a time.
 */
export interface Inbox {
  /** Runs statements on the inbox as one transaction; the database is `facts` to them, only to be read. */
  append: FileWriter['write']
  /** Runs statements on the database as one transaction, without settling first; the inbox is `inbox` to them. */
  settle(statements: InStatement[]): Promise<WriteResult[]>
  /** The last row that ever arrived, and the last that was settled, when it was opened. */
  newestRow: number
  settledRow: number
  /** Says how to settle: the doors of the database do it before whatever they read or write. */
  settleBy(how: Settling): void
}

/** Where the inbox of a database file is. */
export const inboxOf = (path: string): string => `${path}-inbox`

/** Statements that set the connection which writes the inbox. It stays small, so its log is moved often. */
export const inboxSettings = ['PRAGMA synchronous = FULL', 'PRAGMA wal_autocheckpoint = 2000']

/** A statement that lets a connection read another file. One that it might write would be locked with its own. */
export const attach = (path: string, name: string): string =>
  `ATTACH '${pathToFileURL(path).href.replaceAll("'", "''")}?mode=ro' AS ${name}`

// A row is JSON, so that an inbox which was left by an older version fits the columns of this one.
const table = `
  CREATE TABLE IF NOT EXISTS arrivals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id TEXT UNIQUE,
    kind TEXT NOT NULL,
    row TEXT NOT NULL
  )`

/** The last row that ever arrived. */
export const newestArrival = `SELECT seq AS newest FROM sqlite_sequence WHERE name = 'arrivals'`

/** The row that `newestArrival` answered with. */
export const newestIn = (result: WriteResult | undefined): number => Number(result?.rows[0]?.['newest'] ?? 0)

const ends = `
  SELECT coalesce((${newestArrival}), 0) AS newest,
    (SELECT min(id) FROM arrivals) AS oldest`

async function onFile<Result>(path: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = connect({ url: pathToFileURL(path).href })
  try {
    return await work(client)
  } finally {
    client.close()
  }
}

async function readEnds(client: Client): Promise<Pick<Inbox, 'newestRow' | 'settledRow'>> {
  const { rows } = await client.execute(ends)
  const newestRow = Number(rows[0]?.['newest'])
  const oldest = rows[0]?.['oldest']
  return { newestRow, settledRow: oldest == null ? newestRow : Number(oldest) - 1 }
}

/** Thrown where an inbox cannot be used; its message says what to do. */
export class InboxError extends Error {}

/**
 * Makes the inbox where there is none.
 *
 * @returns where what is in it begins and ends.
 * @throws InboxError where what is there is no inbox.
 */
export async function makeInbox(path: string): ReturnType<typeof readEnds> {
  try {
    return await onFile(path, async (client) => {
      await withPatience(() => client.execute('PRAGMA journal_mode = WAL'))
      await withPatience(() => client.execute(table))
      return readEnds(client)
    })
  } catch (cause) {
    throw new InboxError(
      `${path} cannot be used: ${(cause as Error).message}. Messages that were acknowledged may wait there: see that this user may write it; where it is damaged, move it away and keep it.`,
      { cause },
    )
  }
}

/** Reads where the rows of an inbox begin and end; all are settled where the two are the same. */
export const readInbox = (path: string): ReturnType<typeof readEnds> => onFile(path, readEnds)

/** Whether nothing is left in an inbox. */
export const isAllSettled = ({ newestRow, settledRow }: Pick<Inbox, 'newestRow' | 'settledRow'>): boolean =>
  settledRow >= newestRow
