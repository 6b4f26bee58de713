import type { AuditTrail } from './audit/audit-trail.ts'
import type { Database } from './db/open.ts'
import type { Definitions } from './definitions/definitions.ts'
import type { Settings } from './env.ts'
import type { Writer } from './ingest/writer.ts'
import type { Keys } from './keys/key-files.ts'
import type { Keyring } from './keys/keyring.ts'
import type { IsTrusted } from './http/client-address.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics/create-metrics.ts'
import type { RateLimit } from './rate-limit.ts'

/** What verbs work with. Made once at start, or by a test with a clock of its own. */
export interface Services {
  settings: Settings
  /** The keys of the environment or the key files. */
  keys: Keys
  keyring: Keyring
  database: Database
  definitions: Definitions
  writer: Writer
  /** What a key may send and ask. */
  rateLimit: RateLimit
  /** What may come from one network. */
  networkLimit: RateLimit
  /** Forms that strangers send. */
  formLimit: RateLimit
  /** Attempts to sign in. */
  signInLimit: RateLimit
  /** Whether what a proxy says about its caller is believed. */
  isTrustedProxy: IsTrusted
  /** Aborted when the server begins to stop. */
  stopping: AbortSignal
  auditTrail: AuditTrail
  log: Log
  metrics: Metrics
  /** Milliseconds since 1970 UTC. */
  now: () => number
  newId: () => string
}
