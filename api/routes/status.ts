import { Hono } from 'hono'
import { isReady } from '../db/migrate.ts'
import type { Env } from '../http/env.ts'

/** For those who run Cairn: whether the process answers, and whether it can do its work. */
export function statusRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const { database, log } = c.var.services
      const ready = await isReady(database).catch((cause: unknown) => {
        log.error('The database does not answer.', { cause })
        return false
      })
      return ready
        ? c.json({ status: 'ready' })
        : c.json({ status: 'not ready', detail: 'The database does not answer or is not migrated.' }, 503)
    })
}
