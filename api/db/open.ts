import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, type Client, type InStatement, type ResultSet } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { skippedRows, type BulkInsert } from './bulk-insert.ts'
import { openFileWriter, type WriteResult } from './file-writer.ts'
import * as schema from './schema.ts'

/**
 * The database as verbs use it. Reads and writes go through separate doors: a thread of its own does the writes of a
 * file, and a replica can answer reads.
 */
export interface Database {
  /** Reads by the query builder. */
  orm: LibSQLDatabase<typeof schema>
  /** Runs statements on one state of the data, in one round trip. */
  read(statements: InStatement[]): Promise<ResultSet[]>
  /** Runs statements as one transaction, in one round trip. */
  write(statements: (InStatement | BulkInsert)[]): Promise<WriteResult[]>
  /** Transactions that may be on their way at once, so that the next is there when one ends. */
  writesAtOnce: number
  /** Ends it. What a file's log still holds goes into the file, so that a copy of it is whole. */
  close(): Promise<void>
  /** For migrations, and for tests that look behind the doors. */
  client: Client
}

/**
 * Opens a libSQL file or server. A file is set to write-ahead logging, and `synchronous` is FULL where it is written,
 * so that a commit is on disk.
 */
export async function openDatabase(options: { url: string; authToken?: string | undefined }): Promise<Database> {
  const isFile = options.url.startsWith('file:')
  const path = isFile ? fileURLToPath(new URL(options.url)) : ''
  if (isFile) mkdirSync(dirname(path), { recursive: true })
  const client = createClient({
    url: options.url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
    // Another process (a backup, a second server) may hold the lock for a moment.
    ...(isFile ? { timeout: 5000 } : {}),
  })
  if (isFile) await client.execute('PRAGMA journal_mode = WAL')
  const reading = {
    client,
    orm: drizzle(client, { schema }),
    read: (statements: InStatement[]) => client.batch(statements, 'read'),
  }
  if (!isFile) {
    return {
      ...reading,
      write: (statements) => writeToServer(client, statements),
      writesAtOnce: 1,
      close: () => Promise.resolve(client.close()),
    }
  }
  const writer = openFileWriter(path)
  return {
    ...reading,
    write: (statements) => writer.write(statements),
    writesAtOnce: 2,
    async close() {
      // The thread goes last: it empties the log, which nobody may be reading then.
      client.close()
      await writer.close()
    },
  }
}

async function writeToServer(client: Client, statements: (InStatement | BulkInsert)[]): Promise<WriteResult[]> {
  const isBulk = (statement: InStatement | BulkInsert): statement is BulkInsert =>
    typeof statement === 'object' && 'all' in statement
  const results = await client.batch(
    statements.map((statement) =>
      isBulk(statement) ? { sql: statement.all, args: [JSON.stringify(statement.rows)] } : statement,
    ),
    'write',
  )
  return results.map(({ rows, rowsAffected }, place) => {
    const statement = statements[place]
    if (statement === undefined || !isBulk(statement)) return { rows, rowsAffected, skipped: [] }
    return {
      rows,
      rowsAffected: rows.length,
      skipped: skippedRows(
        statement,
        rows.map((row) => row[0]),
      ),
    }
  })
}
