import { pathToFileURL } from 'node:url'
import type { InStatement } from '@libsql/client'
import type { BulkInsert } from './bulk-insert.ts'
import { connect } from './connect.ts'
import type { FileWriter, WriteResult } from './file-writer.ts'
import { withPatience } from './with-patience.ts'

/**
 * A file beside the database that takes rows at once, whatever the database is busy with. They are on disk there until
 * they are settled, which means moved into the database many at a time.
 */
export interface Inbox {
  /** Runs statements on the inbox as one transaction; the database is `facts` to them, only to be read. */
  append: FileWriter['write']
  /** Runs statements on the database as one transaction, without settling first; the inbox is `inbox` to them. */
  settle(statements: (InStatement | BulkInsert)[]): Promise<WriteResult[]>
  /** The last row that an earlier process left in it; 0 where none is left. */
  newestRow: number
  /** Says how to settle: the doors of the database do it before whatever they read or write. */
  settleBy(settled: () => Promise<void>): void
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

/** Makes the inbox where there is none. @returns the last row that is in it. */
export async function makeInbox(path: string): Promise<number> {
  const client = connect({ url: pathToFileURL(path).href })
  try {
    await withPatience(() => client.execute('PRAGMA journal_mode = WAL'))
    await withPatience(() => client.execute(table))
    const { rows } = await client.execute('SELECT max(id) AS newest FROM arrivals')
    return Number(rows[0]?.['newest'] ?? 0)
  } finally {
    client.close()
  }
}
