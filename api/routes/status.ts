import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { limitStrangers } from '../http/limit-requests.ts'
import type { Services } from '../services.ts'
import { createReadiness } from '../status/create-readiness.ts'

/** For those who run Cairn: whether the process answers, and whether it can do its work. */
export function statusRoutes(services: Services) {
  const whyNotReady = createReadiness(services)
  const limitProbes = limitStrangers('probes')
  return new Hono<Env>()
    .get('/healthz', limitProbes, (c) => c.json({ status: 'ok' }))
    .get('/readyz', limitProbes, async (c) => {
      const detail = await whyNotReady()
      return detail === null ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', detail }, 503)
    })
}
