import { fileURLToPath } from 'node:url'
import type { Client, InStatement, ResultSet } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import type { BulkInsert } from './bulk-insert.ts'
import { connect, isFile, type Address } from './connect.ts'
import { markFile } from './file-mark.ts'
import { openFileWriter, type WriteResult } from './file-writer.ts'
import { createReplicaClient, type ReplicaOptions, type ReplicaState } from './replica.ts'
import * as schema from './schema.ts'
import { writeToServer } from './server-writer.ts'
import { withPatience } from './with-patience.ts'

/** Doors for reads. */
export interface Reader {
  /** Reads by the query builder. */
  orm: LibSQLDatabase<typeof schema>
  /** Runs statements on one state of the data, in one round trip. */
  read(statements: InStatement[]): Promise<ResultSet[]>
}

/**
 * The database as verbs use it. Its own doors for reads see every commit; `mayLag` holds the same doors for reads that
 * a replica may answer some seconds late. Writes have a door of their own: a thread does those of a file.
 */
export interface Database extends Reader {
  /** For lists and figures that people look at; never for what decides about a write or answers to one. */
  mayLag: Reader
  /** How the replica does; null where there is none. */
  replica(): ReplicaState | null
  /** Runs statements as one transaction, in one round trip. */
  write(statements: (InStatement | BulkInsert)[]): Promise<WriteResult[]>
  /** Transactions that may be on their way at once, so that the next is there when one ends. */
  writesAtOnce: number
  /** Ends it. What a file's log still holds goes into the file, so that a copy of it is whole. */
  close(): Promise<void>
  /** For migrations, which may take their time, and for tests that look behind the doors. */
  client: Client
}

/** What it takes to open a database. */
export interface DatabaseOptions extends Address {
  /** A read replica of the server, for reads that may lag. */
  replica?: ReplicaOptions | undefined
  /** Milliseconds after which a server that does not answer is out of reach: its own limits of 5 s speak first. */
  timeout?: number
}

/**
 * Opens a libSQL file or server. A file is set to write-ahead logging, and `synchronous` is FULL where it is written,
 * so that a commit is on disk.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return isFile(options) ? openFile(options) : openServer(options)
}

async function openFile(options: DatabaseOptions): Promise<Database> {
  const client = connect(options)
  // Of processes that start at once on a new file all but one are refused at first, however long they would wait.
  await withPatience(() => client.execute('PRAGMA journal_mode = WAL'))
  const path = fileURLToPath(new URL(options.url))
  const writer = openFileWriter(path, markFile(path))
  const reader = readerOf(client)
  return {
    ...reader,
    client,
    mayLag: reader,
    replica: () => null,
    write: (statements) => writer.write(statements),
    writesAtOnce: 2,
    async close() {
      // The thread goes last: it empties the log, which nobody may be reading then.
      client.close()
      await writer.close()
    },
  }
}

function openServer({ replica, timeout = 10_000, ...address }: DatabaseOptions): Database {
  const client = connect(address)
  const primary = connect(address, timeout)
  const lagging = replica && createReplicaClient(primary, connect(replica, timeout), replica)
  const reader = readerOf(primary)
  return {
    ...reader,
    client,
    mayLag: lagging ? readerOf(lagging.client) : reader,
    replica: () => lagging?.state() ?? null,
    write: (statements) => writeToServer(primary, statements),
    writesAtOnce: 1,
    async close() {
      await lagging?.stop()
      primary.close()
      client.close()
    },
  }
}

const readerOf = (client: Client): Reader => ({
  orm: drizzle(client, { schema }),
  read: (statements) => client.batch(statements, 'read'),
})
