import { hasNewestSchema } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { createIds } from '../ids.ts'
import { createSettler, type SettlerOptions } from './settle.ts'

/**
 * Settles what a file's inbox holds, for who reads the file alone; a server may be at work on both. An inbox of an
 * older version is left for the server, which brings the database up to date first.
 *
 * @param url - The file, as `DATABASE_URL` names it.
 */
export async function settleLeft(
  url: string,
  options: Pick<SettlerOptions, 'programs' | 'log' | 'now'>,
): Promise<void> {
  const database = await openDatabase({ url })
  try {
    const { inbox } = database
    if (!inbox?.newestRow || !(await hasNewestSchema(database))) return
    await createSettler({ inbox, newId: createIds(options.now), ...options }).close()
  } finally {
    await database.close()
  }
}
