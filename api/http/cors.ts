import { cors } from 'hono/cors'
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
  return cors({
    // A key without origins of its own is for those of ALLOWED_ORIGINS, or for any.
    origin: allowedOrigins.length === 0 ? '*' : (origin) => (isKnown(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    // Clients add headers of their own to a retry. A star stands for all but this one.
    allowHeaders: ['*', 'Authorization'],
    exposeHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    maxAge: 24 * 60 * 60,
  })
}
