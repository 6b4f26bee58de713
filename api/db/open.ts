import { fileURLToPath } from 'node:url'
import type { Client, InArgs, InStatement, ResultSet, TransactionMode } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { connect, isFile, type Address } from './connect.ts'
import { markFile } from './file-mark.ts'
import { openFileWriter, type WriteResult } from './file-writer.ts'
import { attach, inboxOf, inboxSettings, makeInbox, type Inbox, type Settling } from './inbox.ts'
import { outliveLostLocks } from './lost-lock.ts'
import { createReplicaClient, type ReplicaOptions, type ReplicaState } from './replica.ts'
import * as schema from './schema.ts'
import { writeToServer } from './server-writer.ts'
import { withPatience } from './with-patience.ts'
import { writeSettings } from './write-settings.ts'

/** Doors for reads. */
export interface Reader {
  /** Reads by the query builder. */
  orm: LibSQLDatabase<typeof schema>
  /** Runs statements on one state of the data, in one round trip. */
  read(statements: InStatement[]): Promise<ResultSet[]>
}

/**
 * The database as verbs use it. Its own doors for reads see everything that this process acknowledged, unless the
 * database cannot be written; `mayLag` holds the same doors for reads that a replica may answer some seconds late. Writes
 * have a door of their own: a thread does those of a file.
 */
export interface Database extends Reader {
  /** For lists and figures that people look at; never for what decides about a write or answers to one. */
  mayLag: Reader
  /** How the replica does; null where there is none. */
  replica(): ReplicaState | null
  /** Runs statements as one transaction, in one round trip. */
  write(statements: InStatement[]): Promise<WriteResult[]>
  /** Where the facts of a file arrive; null for a server, which takes them at once. */
  inbox: Inbox | null
  /**
   * Waits until all that was acknowledged is in the tables, by other processes too: for what decides about everything
   * that is known.
   *
   * @throws an outage where that cannot be.
   */
  expectSettled(): Promise<void>
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
  const opened = connect(options)
  // Of processes that start at once on a new file all but one are refused at first, however long they would wait.
  await withPatience(() => opened.execute('PRAGMA journal_mode = WAL'))
  const path = fileURLToPath(new URL(options.url))
  const inboxPath = inboxOf(path)
  const ends = await makeInbox(inboxPath)
  const files = [markFile(path), markFile(inboxPath)]
  const writer = openFileWriter({ path, files, settings: [...writeSettings, attach(inboxPath, 'inbox')] })
  const inbox = openFileWriter({ path: inboxPath, files, settings: [...inboxSettings, attach(path, 'facts')] })
  let settling: Settling = { settled: () => Promise.resolve(), expectSettled: () => Promise.resolve() }
  const client = afterwards(opened, () => settling.settled())
  const reader = readerOf(client)
  return {
    ...reader,
    client,
    mayLag: reader,
    replica: () => null,
    async write(statements) {
      await settling.settled()
      return writer.write(statements)
    },
    inbox: {
      append: (statements) => inbox.write(statements),
      settle: (statements) => writer.write(statements),
      ...ends,
      settleBy: (how) => (settling = how),
    },
    expectSettled: () => settling.expectSettled(),
    async close() {
      opened.close()
      // The threads go last: they empty the logs, which nobody may be reading then.
      await inbox.close()
      await writer.close()
    },
  }
}

/** A client that waits for something before each of its acts. */
const afterwards = (client: Client, settled: () => Promise<void>): Client => ({
  protocol: client.protocol,
  get closed() {
    return client.closed
  },
  execute: async (statement: InStatement | string, args?: InArgs) => {
    await settled()
    return typeof statement === 'string' ? client.execute(statement, args) : client.execute(statement)
  },
  batch: async (...asked) => {
    await settled()
    return client.batch(...asked)
  },
  transaction: async (mode?: TransactionMode) => {
    await settled()
    return client.transaction(mode ?? 'write')
  },
  executeMultiple: async (sql) => {
    await settled()
    return client.executeMultiple(sql)
  },
  migrate: (statements) => client.migrate(statements),
  sync: () => client.sync(),
  close: () => client.close(),
  reconnect: () => client.reconnect(),
})

function openServer({ replica, timeout = 10_000, ...address }: DatabaseOptions): Database {
  const client = connect(address)
  const primary = connect(address, timeout)
  const lagging = replica && createReplicaClient(primary, connect(replica, timeout), replica)
  const reader = readerOf(primary)
  const endOutliving = outliveLostLocks()
  return {
    ...reader,
    client,
    mayLag: lagging ? readerOf(lagging.client) : reader,
    replica: () => lagging?.state() ?? null,
    write: (statements) => writeToServer(primary, statements),
    inbox: null,
    expectSettled: () => Promise.resolve(),
    async close() {
      await lagging?.stop()
      primary.close()
      client.close()
      endOutliving()
    },
  }
}

const readerOf = (client: Client): Reader => ({
  orm: drizzle(client, { schema }),
  read: (statements) => client.batch(statements, 'read'),
})
