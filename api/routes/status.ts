import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { isReady } from '../status/is-ready.ts'

/** For those who run Cairn: whether the process answers, and whether it can do its work. */
export function statusRoutes() {
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) =>
      (await isReady(c.var.services))
        ? c.json({ status: 'ready' })
        : c.json({ status: 'not ready', detail: 'The database does not answer or is not migrated.' }, 503),
    )
}
