import { mkdirSync } from 'node:fs'
import { createAuditTrail } from './audit/audit-trail.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { loadDefinitions } from './definitions/load.ts'
import type { Settings } from './env.ts'
import { createTrust } from './http/client-address.ts'
import { createIds } from './ids.ts'
import { createStore } from './ingest/create-store.ts'
import { createWriter } from './ingest/writer.ts'
import { every } from './jobs/every.ts'
import { runJobs } from './jobs/run-jobs.ts'
import { loadKeys } from './keys/key-files.ts'
import { keysRefreshMilliseconds, openKeyring } from './keys/keyring.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics/create-metrics.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Services } from './services.ts'

const signInsPerSecond = 5
/** Who writes to support does so a few times in a row at the most. */
const forms = { atOnce: 5, perSecond: 1 / 60 }

/** The services, and how to end them: what was accepted is on disk before it resolves. */
export interface RunningServices {
  services: Services
  /** Says that the end is near: from now on the server is not ready. */
  beginStop(): void
  stop(): Promise<void>
}

/**
 * Opens and migrates the database, loads keys and definitions, and starts the recurring work.
 *
 * @param options.root - Folder that holds `content/` and `surveys/`.
 * @param options.jobs - False for tests that call the work themselves.
 * @throws DefinitionsError where a definition is wrong.
 */
export async function startServices(
  settings: Settings,
  options: { root: string; now?: () => number; jobs?: boolean },
): Promise<RunningServices> {
  const now = options.now ?? Date.now
  const log = createLog(settings.logLevel)
  const definitions = loadDefinitions({ root: options.root })
  mkdirSync(settings.dataDir, { recursive: true })
  const keys = loadKeys({ write: settings.writeKey, secret: settings.secretKey }, settings.dataDir)
  const database = await openDatabase({
    url: settings.databaseUrl,
    authToken: settings.databaseAuthToken,
    replica: settings.databaseReplicaUrl
      ? { url: settings.databaseReplicaUrl, authToken: settings.databaseAuthToken, log }
      : undefined,
  })
  await migrate(database, { log })
  const keyring = await openKeyring({ database, builtIn: keys, log, now })

  const metrics = createMetrics()
  const newId = createIds(now)
  const { programs } = definitions
  const stopping = new AbortController()
  const services: Services = {
    settings,
    keys,
    keyring,
    database,
    definitions,
    writer: createWriter({
      store: createStore({ database, programs, log, newId, now, refused: metrics.refused }),
      committed: metrics.committed,
    }),
    rateLimit: createRateLimit(settings.rateLimit, now),
    networkLimit: createRateLimit(settings.rateLimitIp, now),
    formLimit: createRateLimit(settings.rateLimitIp === 0 ? 0 : forms.perSecond, now, forms.atOnce),
    signInLimit: createRateLimit(signInsPerSecond, now),
    isTrustedProxy: createTrust(settings.trustedProxies),
    auditTrail: createAuditTrail({ database, log }),
    log,
    metrics,
    stopping: stopping.signal,
    now,
    newId,
  }
  const jobs =
    options.jobs === false
      ? []
      : // What a process does for itself, and what one process does for all.
        [every(keysRefreshMilliseconds, () => keyring.refresh(), log), runJobs(services)]
  return {
    services,
    beginStop: () => stopping.abort(),
    async stop() {
      stopping.abort()
      await services.writer.close()
      await Promise.all(jobs.map((job) => job.stop()))
      await Promise.all([keyring.close(), services.auditTrail.close()])
      await database.close()
    },
  }
}
