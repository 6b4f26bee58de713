import { hasNewestSchema } from '../db/migrate.ts'
import type { Services } from '../services.ts'

/** Whether the database answers and is migrated. Why it does not answer is logged. */
export async function isReady({ database, log }: Services): Promise<boolean> {
  try {
    return await hasNewestSchema(database)
  } catch (cause) {
    log.error('The database does not answer.', { cause })
    return false
  }
}
