import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { whyNotReady } from '../status/why-not-ready.ts'

/** For those who run Cairn: whether the process answers, and whether it can do its work. */
export function statusRoutes() {
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const detail = await whyNotReady(c.var.services)
      return detail === null ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', detail }, 503)
    })
}
