import {
  chmodSync,
  chownSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import SqliteDatabase from 'libsql'
import { inboxOf, isAllSettled, readInbox } from '../db/inbox.ts'
import { BackupError } from './backup-error.ts'
import { fileOf } from './make-backup.ts'
import { placeFile } from './place-file.ts'
import { verifyCopy } from './verify-copy.ts'
import { isGzip } from './is-gzip.ts'

/** A database that was put back. */
export interface Restored {
  path: string
  facts: number
  /** Where the database went that was there before; null where there was none. */
  aside: string | null
}

const logs = ['-wal', '-shm']
const inboxes = ['', ...logs].map((part) => inboxOf('') + part)

/** Moves what stands beside a database. */
function setAside(path: string, aside: string, parts: string[]): void {
  for (const part of parts) {
    if (existsSync(path + part)) renameSync(path + part, aside + part)
  }
}

/**
 * Holds a database so that nobody else can use it. Its log goes into the file first: the file alone is whole.
 *
 * @returns how to let go.
 * @throws BackupError where another process uses it.
 */
function hold(path: string): () => void {
  const database = new SqliteDatabase(path, { timeout: 1000 })
  try {
    // Only who is alone may leave write-ahead logging.
    database.exec('PRAGMA journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const { code } = error as { code?: string }
    if (code?.startsWith('SQLITE_BUSY')) {
      throw new BackupError(`The database ${path} is in use. Stop the server, then restore.`)
    }
    // A file that is damaged is what a backup is for.
    if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) return () => undefined
    throw error
  }
  return () => {
    database.exec('ROLLBACK')
    database.close()
  }
}

/**
 * Puts a backup where the database is, after verifying it. What was there is kept beside it.
 *
 * @param options.now - Milliseconds since 1970 UTC, for the name of what is kept.
 * @throws BackupError where a server uses the database, or the backup cannot be used; then nothing has changed.
 */
export async function restoreBackup(options: { databaseUrl: string; from: string; now: number }): Promise<Restored> {
  const { from, now } = options
  const path = fileOf(options.databaseUrl)
  if (!existsSync(from)) throw new BackupError(`There is no backup at ${from}.`)
  if ((statSync(`${from}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new BackupError(`${from} is no backup but a database with a log beside it: make a backup of it first.`)
  }
  const inbox = inboxOf(from)
  if (existsSync(inbox) && !isAllSettled(await readInbox(inbox))) {
    throw new BackupError(`${from} is no backup but a database with an inbox beside it: make a backup of it first.`)
  }
  mkdirSync(dirname(path), { recursive: true })
  const made = `${path}.unfinished-${process.pid}`
  try {
    if (isGzip(from)) {
      await pipeline(createReadStream(from), createGunzip(), createWriteStream(made)).catch((cause: unknown) => {
        throw new BackupError(
          `The backup cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}.`,
        )
      })
    } else {
      copyFileSync(from, made)
    }
    const { facts } = verifyCopy(made)
    chmodSync(made, 0o600)
    const aside = `${path}.before-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`
    if (!existsSync(path)) {
      // What a database left that somebody took away would be read as a part of this one.
      setAside(path, aside, [...logs, ...inboxes])
      placeFile(made, path)
      return { path, facts, aside: null }
    }
    // Whoever restores may be another user than the server.
    const { uid, gid, mode } = statSync(path)
    chownSync(made, uid, gid)
    chmodSync(made, mode)
    const letGo = hold(path)
    try {
      // A second name first: at no moment is there no database, where a server would make an empty one.
      linkSync(path, aside)
      setAside(path, aside, logs)
      placeFile(made, path)
      setAside(path, aside, inboxes)
      return { path, facts, aside }
    } finally {
      letGo()
    }
  } finally {
    for (const left of [made, `${made}-journal`, `${made}-wal`, `${made}-shm`]) rmSync(left, { force: true })
  }
}
