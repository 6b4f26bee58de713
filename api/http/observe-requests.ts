import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { writeKeyScopes } from '../contract/scopes.ts'
import type { Services } from '../services.ts'
import { putHeaders, readHeader } from './answer.ts'
import type { Env } from './env.ts'

/** What a proxy or a client calls the whole that a request is part of (W3C Trace Context): ids of fixed shape. */
const traceParent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/**
 * Gives every request its services and an id, counts its answer and writes a line about it: the pattern of the route,
 * and nothing that could lead to a person. The id is always ours; that of a trace is noted beside it.
 */
export const observeRequests = (services: Services) =>
  createMiddleware<Env>(async (c, next) => {
    // `c.get`, where many requests come along: `c.var` copies all variables each time.
    const begun = performance.now()
    const requestId = services.newId()
    c.set('services', services)
    c.set('requestId', requestId)
    c.set('headers', { 'X-Request-Id': requestId })
    await next()
    putHeaders(c)

    const { method } = c.req
    const { status } = c.res
    const route = routePath(c)
    const milliseconds = performance.now() - begun
    services.metrics.answered({ method, route, status, seconds: milliseconds / 1000 })

    // What visitors and senders do by the thousand is a line only where it fails.
    const scope = c.get('scope')
    const isEveryday = scope === undefined || writeKeyScopes.includes(scope)
    const level = status >= 500 ? 'error' : status < 400 && isEveryday ? 'debug' : 'info'
    if (!services.log.writes(level)) return
    services.log[level]('A request was answered.', {
      requestId,
      traceId: traceParent.exec(readHeader(c, 'traceparent') ?? '')?.[1],
      method,
      route,
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
      keyId: c.get('actor')?.keyId,
    })
  })
