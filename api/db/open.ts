import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, type Client, type InStatement, type ResultSet } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import * as schema from './schema.ts'

/**
 * The database as verbs use it. Reads and writes go through separate doors, so that a replica can answer the ones and a
 * thread of its own can do the others.
 */
export interface Database {
  /** Reads by the query builder. */
  orm: LibSQLDatabase<typeof schema>
  /** Runs statements on one state of the data, in one round trip. */
  read(statements: InStatement[]): Promise<ResultSet[]>
  /** Runs statements as one transaction, in one round trip. */
  write(statements: InStatement[]): Promise<ResultSet[]>
  /** Ends it. What a file's log still holds goes into the file, so that a copy of it is whole. */
  close(): Promise<void>
  /** For migrations, and for tests that look behind the doors. */
  client: Client
}

/**
 * Opens a libSQL file or server. A file is set to write-ahead logging; `synchronous` stays FULL, SQLite's default,
 * on every connection, so that a commit is on disk.
 */
export async function openDatabase(options: { url: string; authToken?: string | undefined }): Promise<Database> {
  const isFile = options.url.startsWith('file:')
  if (isFile) mkdirSync(dirname(fileURLToPath(new URL(options.url))), { recursive: true })
  const client = createClient({
    url: options.url,
    ...(options.authToken ? { authToken: options.authToken } : {}),
    // Another process (a backup, a second server) may hold the lock for a moment.
    ...(isFile ? { timeout: 5000 } : {}),
  })
  if (isFile) await client.execute('PRAGMA journal_mode = WAL')
  return {
    client,
    orm: drizzle(client, { schema }),
    read: (statements) => client.batch(statements, 'read'),
    write: (statements) => client.batch(statements, 'write'),
    async close() {
      if (isFile) await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      client.close()
    },
  }
}
