import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { inboxOf, readInbox } from '../db/inbox.ts'
import { hasNewestSchema } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import type { SettleRowsOptions } from './settle-rows.ts'
import { createSettler } from './settle.ts'

/** Milliseconds in which a server that runs settles what is there. */
const patience = 3000
const look = 100

/**
 * Sees to it that what a file's inbox holds is settled, for who reads the file alone. A server that runs does it by
 * itself; only where none does it is done here, so that no two write. An inbox of an older version is left for the
 * server, which brings the database up to date first.
 *
 * @param url - The file, as `DATABASE_URL` names it.
 * @returns how many rows are left.
 */
export async function settleLeft(url: string, options: Omit<SettleRowsOptions, 'inbox'>): Promise<number> {
  const path = inboxOf(fileURLToPath(new URL(url)))
  if (!existsSync(path)) return 0
  const { newestRow } = await readInbox(path)
  const isSettled = async () => (await readInbox(path)).settledRow >= newestRow
  for (let waited = 0; waited < patience; waited += look) {
    if (await isSettled()) return 0
    await wait(look)
  }
  const database = await openDatabase({ url })
  try {
    const { inbox } = database
    if (!inbox || !(await hasNewestSchema(database))) return 0
    const settler = createSettler({ inbox, ...options })
    await settler.close()
    return settler.unsettled()
  } finally {
    await database.close()
  }
}
