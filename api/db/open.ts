import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, type Client } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import * as schema from './schema.ts'

/** The database as verbs use it: `orm` for reading, `client` for SQL that is written out. */
export interface Database {
  client: Client
  orm: LibSQLDatabase<typeof schema>
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
  return { client, orm: drizzle(client, { schema }) }
}
