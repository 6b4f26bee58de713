import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { giveHeader, readHeader } from './answer.ts'
import type { Env } from './env.ts'
import type { Services } from '../services.ts'

/**
 * What pages of other origins may do. They send without credentials: the key is in the request, and a cookie never is.
 *
 * A preflight cannot know the key, so it is answered for every origin that some key is for; the request itself is then
 * held against its own key (`refuseForeignOrigin`). Neither touches the database.
 */
export function allowOrigins({ settings, keyring }: Services) {
  const { allowedOrigins } = settings
  const isKnown = (origin: string) => allowedOrigins.includes(origin) || keyring.hasOrigin(origin)
  const exposed = ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'].join(',')
  const answerPreflight = cors({
    // A key without origins of its own is for those of ALLOWED_ORIGINS, or for any.
    origin: allowedOrigins.length === 0 ? '*' : (origin) => (isKnown(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    // Clients add headers of their own to a retry. A star stands for all but this one.
    allowHeaders: ['*', 'Authorization'],
    maxAge: 24 * 60 * 60,
  })
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method === 'OPTIONS') return answerPreflight(c, next)
    const origin = readHeader(c, 'origin')
    if (origin !== undefined) {
      const isForAll = allowedOrigins.length === 0
      if (isForAll || isKnown(origin)) giveHeader(c, 'Access-Control-Allow-Origin', isForAll ? '*' : origin)
      if (!isForAll) giveHeader(c, 'Vary', 'Origin')
      giveHeader(c, 'Access-Control-Expose-Headers', exposed)
    }
    await next()
  })
}
