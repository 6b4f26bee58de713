import { setTimeout as sleep } from 'node:timers/promises'
import { LibsqlError } from '@libsql/client'
import { hasNewestSchema } from '../db/migrate.ts'
import type { Database } from '../db/open.ts'
import type { Services } from '../services.ts'

/** Milliseconds after which a database that says nothing is out of reach. */
const patience = 5000

/** Milliseconds for which what was found out holds: whoever asks more often costs no more writes. */
const holdsFor = 1000

const silent = Symbol('silent')

/** Changes nothing, and is written all the same. */
const writeSomething = 'PRAGMA user_version = 0'

/** Facts arrive in the inbox, and are settled in the database: neither does without the other. */
async function isUsable(database: Database): Promise<boolean> {
  const [isMigrated] = await Promise.all([hasNewestSchema(database), database.inbox?.append([writeSomething])])
  if (isMigrated) await database.expectSettled()
  return isMigrated
}

async function askDatabase({ database, log }: Services): Promise<string | null> {
  const answered = new AbortController()
  try {
    const isMigrated = await Promise.race([isUsable(database), sleep(patience, silent, { signal: answered.signal })])
    if (isMigrated === silent) return 'The database does not answer.'
    return isMigrated ? null : 'The database has the schema of another version.'
  } catch (cause) {
    log.error('The database cannot be written.', { cause })
    const isFull = cause instanceof LibsqlError && cause.code === 'SQLITE_FULL'
    return isFull ? 'The disk of the database is full.' : 'The database cannot be written; the log says why.'
  } finally {
    answered.abort()
  }
}

/** Makes what says why Cairn cannot do its work, in a sentence; null where it can. What is behind it is logged. */
export function createReadiness(services: Services): () => Promise<string | null> {
  let asked: Promise<string | null> | null = null
  const forget = () => {
    asked = null
  }
  return async () => {
    if (services.stopping.aborted) return 'The server is stopping.'
    asked ??= askDatabase(services).finally(() => setTimeout(forget, holdsFor).unref())
    return asked
  }
}
