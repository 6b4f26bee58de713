import SqliteDatabase from 'libsql'
import { newestMigration } from '../db/migrate.ts'
import { BackupError } from './backup-error.ts'

// Of the latest facts each must have been counted.
const uncounted = `
  SELECT count(*) AS facts FROM (
    SELECT account_id, event, date(timestamp / 1000, 'unixepoch') AS day FROM events
    WHERE type = 'track' AND account_id IS NOT NULL ORDER BY id DESC LIMIT 1000) AS latest
  WHERE NOT EXISTS (
    SELECT 1 FROM daily_events AS counted
    WHERE counted.account_id = latest.account_id AND counted.day = latest.day AND counted.event = latest.event)`

/** What a whole copy holds. */
export interface CopyFacts {
  facts: number
  /** Id of the latest fact that was ever stored in it. */
  latest: number
  /** Whether it has this version's schema, not an older one's. */
  isCurrent: boolean
}

/**
 * Reads a copy of the database from end to end: whether it is whole, is Cairn's, and not of a newer version. Leaves a
 * single file behind.
 *
 * @throws BackupError that says what is wrong with it.
 */
export function verifyCopy(path: string): CopyFacts {
  const database = new SqliteDatabase(path)
  const first = (sql: string) => database.prepare(sql).get() as Record<string, unknown> | undefined
  try {
    database.exec('PRAGMA journal_mode = DELETE')
    const integrity = first('PRAGMA integrity_check')?.['integrity_check']
    if (integrity !== 'ok') throw new BackupError(`The copy is damaged: ${String(integrity)}.`)
    if (!first(`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`)) {
      throw new BackupError('This is a database, but none of Cairn.')
    }
    const schema = Number(first('SELECT max(created_at) AS newest FROM __drizzle_migrations')?.['newest'])
    if (schema > newestMigration) {
      throw new BackupError('This is of a newer version of Cairn. Use that version to restore it.')
    }
    const isCurrent = schema === newestMigration
    const missing = isCurrent ? Number(first(uncounted)?.['facts']) : 0
    if (missing > 0) throw new BackupError(`The copy is incomplete: ${missing} of its facts were never counted.`)
    const facts = Number(first('SELECT count(*) AS facts FROM events')?.['facts'])
    return { facts, latest: isCurrent ? latestFact(first) : facts, isCurrent }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'SQLITE_NOTADB') throw new BackupError('This is no database.')
    if (code?.startsWith('SQLITE_CORRUPT')) throw new BackupError('The copy is damaged: it cannot be read to its end.')
    throw error
  } finally {
    database.close()
  }
}

/** Id of the latest fact that was ever stored. */
export function latestFact(first: (sql: string) => Record<string, unknown> | undefined): number {
  return Number(first(`SELECT seq FROM sqlite_sequence WHERE name = 'events'`)?.['seq'] ?? 0)
}
