import type { Row } from '@libsql/client'
import type { Database } from '../db/open.ts'
import { ApiError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Keys } from './key-files.ts'
import { builtInValues, insertBuiltInKeys, selectKeys, valuesOf, type KeyValue, type KnownKey } from './known-key.ts'

/** How often the keys are read again: so late what another process changed holds here. */
export const keysRefreshMilliseconds = 2000
/** How long the last known keys are believed while they cannot be read again. */
const believedMilliseconds = 10 * 60_000
/** How often the last use of a key is stored. */
const lastUseMilliseconds = 60_000

/** All keys, in memory. */
export interface Keyring {
  /** The key whose value has this hash, which then counts as used; or the error that says why there is none. */
  find(hash: string): KnownKey | ApiError
  /** Whether some key has this origin on its own list. */
  hasOrigin(origin: string): boolean
  /** Takes the rows of `selectKeys`, as they are after a change. */
  take(rows: Row[]): void
  /** Reads the keys again. A failure is logged, and the last known keys stay. */
  refresh(): Promise<void>
  /** Waits until last uses are stored. */
  close(): Promise<void>
}

/**
 * Reads all keys into memory, so that a request costs one hash and no query. A look-up by hash needs no comparison in
 * constant time: whoever learns how far a hash matched cannot make a value whose hash matches further.
 */
export async function openKeyring(options: {
  database: Database
  builtIn: Keys
  log: Log
  now: () => number
}): Promise<Keyring> {
  const { database, log, now } = options
  const builtIn = builtInValues(options.builtIn)
  const lastUses = new Map<string, number>()
  const storing = new Set<Promise<void>>()
  let values = new Map<string, KeyValue>()
  let origins = new Set<string>()
  let takenAt = 0
  let takes = 0
  let isFailing = false

  function take(rows: Row[]): void {
    // Those of the environment come last: they hold even where a row has the same value.
    values = new Map([...rows.flatMap(valuesOf), ...builtIn])
    origins = new Set([...values.values()].flatMap(({ key, revoked }) => (revoked ? [] : key.origins)))
    takenAt = now()
    takes += 1
  }

  function storeUse(id: string): void {
    const time = now()
    if (time - (lastUses.get(id) ?? 0) < lastUseMilliseconds) return
    lastUses.set(id, time)
    const sql = 'UPDATE keys SET last_used_at = max(coalesce(last_used_at, 0), :time) WHERE id = :id'
    const stored = database
      .write([{ sql, args: { time, id } }])
      .then(() => undefined)
      .catch((cause: unknown) => log.warn('The last use of a key could not be stored.', { key: id, cause }))
      .finally(() => storing.delete(stored))
    storing.add(stored)
  }

  function find(hash: string): KnownKey | ApiError {
    const value = values.get(hash)
    if (!value) {
      return new ApiError(
        'unauthorized',
        'This key is not known here. The write key is printed when the server starts; the console lists all others.',
      )
    }
    if (value.revoked) return new ApiError('unauthorized', 'This key was revoked. Use another one.')
    if (value.endsAt !== null && value.endsAt <= now()) {
      return new ApiError('unauthorized', 'This key has expired, or was replaced by a new value. Use another one.')
    }
    if (!value.isBuiltIn && now() - takenAt > believedMilliseconds) {
      return new ApiError('overloaded', 'The key cannot be checked: the database does not answer. Send again.', {
        retryAfterSeconds: 5,
      })
    }
    storeUse(value.key.id)
    return value.key
  }

  const results = await database.write([...insertBuiltInKeys(now()), selectKeys])
  take(results.at(-1)?.rows ?? [])
  return {
    find,
    hasOrigin: (origin) => origins.has(origin),
    take,
    async refresh() {
      const takesBefore = takes
      try {
        const [found] = await database.read([selectKeys])
        // What a change of this process has read meanwhile is newer.
        if (takes === takesBefore) take(found?.rows ?? [])
        isFailing = false
      } catch (cause) {
        if (!isFailing) log.error('The keys cannot be read again. The last known ones hold for ten minutes.', { cause })
        isFailing = true
      }
    },
    async close() {
      await Promise.all(storing)
    },
  }
}
