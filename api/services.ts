import type { Database } from './db/open.ts'
import type { Definitions } from './definitions/definitions.ts'
import type { Settings } from './env.ts'
import type { Writer } from './ingest/writer.ts'
import type { Keys } from './keys/key-files.ts'
import type { Keyring } from './keys/keyring.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics/create-metrics.ts'

/** What verbs work with. Made once at start, or by a test with a clock of its own. */
export interface Services {
  settings: Settings
  /** The keys of the environment or the key files. */
  keys: Keys
  keyring: Keyring
  database: Database
  definitions: Definitions
  writer: Writer
  /** Seconds to wait before a key may send so many messages; 0 where it may now. */
  rateLimit: (key: string, count: number) => number
  /** The same for attempts to sign in. */
  signInLimit: (key: string, count: number) => number
  log: Log
  metrics: Metrics
  /** Milliseconds since 1970 UTC. */
  now: () => number
  newId: () => string
}
