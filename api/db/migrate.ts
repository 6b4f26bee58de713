import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LibsqlError } from '@libsql/client'
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator'
import type { Log } from '../log.ts'
import type { Database } from './open.ts'
import { isBusy } from './outage.ts'

const defaultFolder = join(import.meta.dirname, 'migrations')
/** Milliseconds before another look at what another process is changing. */
const patience = 200

type Migrated = Pick<Database, 'client'>

const migrationsIn = (folder: string) => readMigrationFiles({ migrationsFolder: folder })
const newestOf = (migrations: MigrationMeta[]) => Math.max(...migrations.map(({ folderMillis }) => folderMillis))

async function appliedMigration(read: Database['read']): Promise<number | null> {
  const [table] = await read([`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`])
  if (table?.rows.length === 0) return null
  const [applied] = await read(['SELECT max(created_at) AS newest FROM __drizzle_migrations'])
  const newest = applied?.rows[0]?.['newest']
  return newest == null ? null : Number(newest)
}

/** Applies migrations as one transaction, which fails where another process has applied one of them. */
async function apply({ client }: Migrated, migrations: MigrationMeta[]): Promise<void> {
  await client.batch(
    [
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
      'CREATE UNIQUE INDEX IF NOT EXISTS __drizzle_migrations_once ON __drizzle_migrations (created_at)',
      ...migrations.flatMap(({ hash, folderMillis, sql }) => [
        {
          sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (:hash, :when)',
          args: { hash, when: folderMillis },
        },
        ...sql.filter((statement) => statement.trim() !== ''),
      ]),
    ],
    'write',
  )
}

/** Whether another process writes, or has done what was to be done. */
const cameSecond = (error: unknown) =>
  isBusy(error) || (error instanceof LibsqlError && error.message.includes('__drizzle_migrations.created_at'))

/**
 * Brings the database to this version's schema, whole or not at all. Any number of processes may do so at once: one of
 * them changes it, and the others wait.
 *
 * @throws Error where the database was already used by a newer Cairn.
 */
export async function migrate(
  database: Migrated,
  { folder = defaultFolder, log }: { folder?: string; log?: Log } = {},
): Promise<void> {
  const migrations = migrationsIn(folder)
  const newest = newestOf(migrations)
  for (let isFirst = true; ; isFirst = false) {
    try {
      const applied = (await appliedMigration((statements) => database.client.batch(statements, 'read'))) ?? -1
      if (applied === newest) return
      if (applied > newest) break
      await apply(
        database,
        migrations.filter(({ folderMillis }) => folderMillis > applied),
      )
    } catch (error) {
      if (!cameSecond(error)) throw error
      if (isFirst) log?.info('Another process writes to the database; its schema is brought up to date after that.')
      await sleep(patience)
    }
  }
  throw new Error(
    'The database was written by a newer version of Cairn. Start that version, or restore a backup made by this one.',
  )
}

/** The newest migration of this version, by its time. */
export const newestMigration: number = newestOf(migrationsIn(defaultFolder))

// There and back: SQLite does not write a row that is set to what it is.
const writeSomething = ['UPDATE ingest_mark SET before = before + 1', 'UPDATE ingest_mark SET before = before - 1']

/**
 * Whether the database has this version's schema, and can be written: a row is, by the door for writes.
 *
 * @throws LibsqlError where it cannot be written, or was never migrated.
 */
export async function hasNewestSchema({ write }: Pick<Database, 'write'>): Promise<boolean> {
  const [applied] = await write(['SELECT max(created_at) AS newest FROM __drizzle_migrations', ...writeSomething])
  return Number(applied?.rows[0]?.['newest']) === newestMigration
}
