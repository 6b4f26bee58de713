import { setTimeout as sleep } from 'node:timers/promises'
import { hasNewestSchema } from '../db/migrate.ts'
import type { Services } from '../services.ts'

/** Milliseconds after which a database that says nothing is out of reach. */
const patience = 5000

const silent = Symbol('silent')

/** Why Cairn cannot do its work, in a sentence; null where it can. What is behind it is logged. */
export async function whyNotReady({ database, stopping, log }: Services): Promise<string | null> {
  if (stopping.aborted) return 'The server is stopping.'
  const answered = new AbortController()
  try {
    const isMigrated = await Promise.race([
      hasNewestSchema(database),
      sleep(patience, silent, { signal: answered.signal }),
    ])
    if (isMigrated === silent) return 'The database does not answer.'
    return isMigrated ? null : 'The database has the schema of another version.'
  } catch (cause) {
    log.error('The database cannot be written.', { cause })
    return 'The database cannot be written; the log says why.'
  } finally {
    answered.abort()
  }
}
