import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator'
import { z } from 'zod'
import type { Database } from './open.ts'

const defaultFolder = join(import.meta.dirname, 'migrations')
const Journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) })

function newestMigration(folder: string): number {
  const journal = Journal.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')))
  return Math.max(...journal.entries.map((entry) => entry.when))
}

async function appliedMigration(database: Database): Promise<number | null> {
  const table = await database.client.execute(`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`)
  if (table.rows.length === 0) return null
  const { rows } = await database.client.execute('SELECT max(created_at) AS newest FROM __drizzle_migrations')
  return rows[0]?.newest == null ? null : Number(rows[0].newest)
}

/**
 * Brings the database to this version's schema.
 *
 * @throws Error where the database was already used by a newer Cairn.
 */
export async function migrate(database: Database, folder: string = defaultFolder): Promise<void> {
  const applied = await appliedMigration(database)
  if (applied !== null && applied > newestMigration(folder)) {
    throw new Error(
      'The database was written by a newer version of Cairn. Start that version, or restore a backup made by this one.',
    )
  }
  await applyMigrations(database.orm, { migrationsFolder: folder })
}

/** Whether the database has this version's schema. */
export async function hasNewestSchema(database: Database): Promise<boolean> {
  return (await appliedMigration(database)) === newestMigration(defaultFolder)
}
