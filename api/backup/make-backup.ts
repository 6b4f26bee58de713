import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'
import SqliteDatabase from 'libsql'
import type { Program } from '../../content/program-schema.ts'
import { inboxOf } from '../db/inbox.ts'
import { createIds } from '../ids.ts'
import { settleLeft } from '../ingest/settle-left.ts'
import type { Log } from '../log.ts'
import { BackupError } from './backup-error.ts'
import { placeFile } from './place-file.ts'
import { latestFact, verifyCopy } from './verify-copy.ts'

/** What a backup is made of, and where it goes. */
export interface BackupOptions {
  databaseUrl: string
  /** A file; with `keep` a folder, in which files are named by the time. */
  to: string
  gzip?: boolean
  /** How many backups of the folder are kept. */
  keep?: number | undefined
  /** What accounts are enrolled in, for facts that wait in the inbox. */
  programs: Program[]
  log: Log
  /** Milliseconds since 1970 UTC. */
  now: number
}

/** A backup that was verified. */
export interface Backup {
  path: string
  bytes: number
  facts: number
  /** Older ones that were removed. */
  removed: string[]
}

const named = /^cairn-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db(\.gz)?$/

/** The file of a database; a server makes its own backups. */
export function fileOf(databaseUrl: string): string {
  if (databaseUrl.startsWith('file:')) return fileURLToPath(new URL(databaseUrl))
  throw new BackupError(
    'DATABASE_URL is a server: back up and restore where it runs. This command is for a database that is a file.',
  )
}

/** Copies the database as it is at one moment. Others go on writing meanwhile. */
function copy(from: string, to: string): { latest: number } {
  const database = new SqliteDatabase(from, { timeout: 10_000 })
  try {
    const latest = latestFact((sql) => database.prepare(sql).get() as Record<string, unknown> | undefined)
    database.prepare('VACUUM INTO ?').run(to)
    return { latest }
  } finally {
    database.close()
  }
}

/**
 * Makes a backup of a database file, also while a server writes to it, and verifies it before it gets its name.
 *
 * @throws BackupError where there is nothing to back up, or the copy is not whole.
 */
export async function makeBackup(options: BackupOptions): Promise<Backup> {
  const { databaseUrl, to, gzip = false, keep, programs, log, now } = options
  const from = fileOf(databaseUrl)
  if (!existsSync(from)) throw new BackupError(`There is no database at ${from}: is DATA_DIR the server's?`)
  const suffix = gzip ? '.gz' : ''
  const name = `cairn-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.db${suffix}`
  const path = keep === undefined ? resolve(to) : join(resolve(to), name)
  if (existsSync(path) && (statSync(path).isDirectory() || path === from)) {
    throw new BackupError(`${path} cannot be written over: name a file for the backup, or a folder with --keep.`)
  }
  mkdirSync(dirname(path), { recursive: true })
  const made = `${path}.unfinished-${process.pid}`
  try {
    const left = await settleLeft(databaseUrl, { programs, log, newId: createIds(() => now), now: () => now })
    if (left > 0)
      throw new BackupError(`${left} messages wait in ${inboxOf(from)} and cannot be settled; the log says why.`)
    const { latest: before } = copy(from, made)
    const { facts, latest, isCurrent } = verifyCopy(made)
    if (!isCurrent) throw new BackupError('The database has the schema of an older version: start this one first.')
    if (latest < before) throw new BackupError('The copy lacks facts that were there before it was begun.')
    // It is about people: nobody else reads it.
    chmodSync(made, 0o600)
    if (gzip) {
      await pipeline(createReadStream(made), createGzip(), createWriteStream(`${made}.gz`, { mode: 0o600 }))
      placeFile(`${made}.gz`, path)
    } else {
      placeFile(made, path)
    }
    return { path, bytes: statSync(path).size, facts, removed: keep === undefined ? [] : removeOld(path, keep) }
  } finally {
    for (const left of [made, `${made}.gz`, `${made}-journal`, `${made}-wal`, `${made}-shm`])
      rmSync(left, { force: true })
  }
}

/** Removes all but the newest backups of a folder. */
function removeOld(newest: string, keep: number): string[] {
  const folder = dirname(newest)
  const all = readdirSync(folder).filter((name) => named.test(name))
  const old = all
    .filter((name) => name !== basename(newest))
    .toSorted()
    .reverse()
    .slice(keep - 1)
  for (const name of old) rmSync(join(folder, name))
  return old
}
