import { getSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import { ApiError } from '../errors.ts'
import { equalSecrets } from '../keys.ts'
import type { Env } from './env.ts'
import { isOwnOrigin } from './origin.ts'

/** Who sends a request: a page (write key), or a server or the console (secret key). */
export interface Actor {
  kind: 'write' | 'secret'
  /** Names the key without being it. */
  keyId: string
}

/** Cookie of a console session. */
export const sessionCookie = 'cairn_session'
/** How long a console session lasts. */
export const sessionSeconds = 12 * 60 * 60

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The key of a request: Basic user name, Bearer, or `writeKey` in a JSON body, for beacons. */
async function readKey(c: Context<Env>): Promise<string | undefined> {
  const header = c.req.header('Authorization')
  if (header !== undefined) {
    const [scheme, value = ''] = header.split(/\s+/, 2)
    if (scheme?.toLowerCase() === 'bearer') return value
    if (scheme?.toLowerCase() === 'basic') {
      const decoded = Buffer.from(value, 'base64').toString('utf8')
      return decoded.split(':', 1)[0]
    }
    throw new ApiError('unauthorized', 'Send the key as "Authorization: Bearer <key>", or as the Basic user name.')
  }
  if (c.req.method !== 'POST') return undefined
  const body: unknown = await c.req.json().catch(() => undefined)
  const key = (body as { writeKey?: unknown } | null | undefined)?.writeKey
  return typeof key === 'string' ? key : undefined
}

/** When the console session of a request ends; null where there is none. */
export async function readSession(c: Context<Env>): Promise<number | null> {
  const until = await getSignedCookie(c, c.var.services.keys.secret, sessionCookie)
  return typeof until === 'string' && Number(until) > c.var.services.now() ? Number(until) : null
}

async function findActor(c: Context<Env>): Promise<Actor | null> {
  const { keys } = c.var.services
  const key = await readKey(c)
  if (key !== undefined) {
    if (equalSecrets(key, keys.secret)) return { kind: 'secret', keyId: 'secret' }
    if (equalSecrets(key, keys.write)) return { kind: 'write', keyId: 'write' }
    throw new ApiError('unauthorized', 'This key is not known here. The write key is printed when the server starts.')
  }
  if ((await readSession(c)) !== null) {
    // SameSite=Strict already keeps other sites out; this holds even for a browser that ignores it.
    if (!safeMethods.has(c.req.method) && !isOwnOrigin(c)) {
      throw new ApiError('forbidden', 'A console session can only be used from the console.')
    }
    return { kind: 'secret', keyId: 'session' }
  }
  return null
}

/** Lets requests with the secret key, or of a console session, pass. */
export const needsSecretKey = createMiddleware<Env>(async (c, next) => {
  const actor = await findActor(c)
  if (!actor) {
    throw new ApiError(
      'unauthorized',
      'Send the secret key as "Authorization: Bearer sk_…", or sign in to the console.',
    )
  }
  if (actor.kind !== 'secret') {
    throw new ApiError(
      'forbidden',
      'The write key may only send. Use the secret key, from a server and never in a page.',
    )
  }
  c.set('actor', actor)
  await next()
})

/** Lets requests with either key pass. Pages may send from allowed origins only. */
export const needsWriteKey = createMiddleware<Env>(async (c, next) => {
  const actor = await findActor(c)
  if (!actor) {
    throw new ApiError(
      'unauthorized',
      'Send the write key: as Basic user name, as "Authorization: Bearer pk_…", or as "writeKey" in the body.',
    )
  }
  refuseForeignOrigin(c)
  c.set('actor', actor)
  await next()
})

/** As `needsWriteKey`; the help center's own pages need no key. */
export const needsWriteKeyOrOwnPage = createMiddleware<Env>(async (c, next) => {
  const actor = (await findActor(c)) ?? (isOwnOrigin(c) ? { kind: 'write' as const, keyId: 'own-page' } : null)
  if (!actor) throw new ApiError('unauthorized', 'Send the write key: as Bearer, or as "writeKey" in the body.')
  refuseForeignOrigin(c)
  c.set('actor', actor)
  await next()
})

function refuseForeignOrigin(c: Context<Env>): void {
  const origin = c.req.header('Origin')
  const { allowedOrigins } = c.var.services.settings
  if (origin === undefined || allowedOrigins.length === 0 || allowedOrigins.includes(origin) || isOwnOrigin(c)) return
  throw new ApiError('forbidden', `Pages of ${origin} may not send here: add it to ALLOWED_ORIGINS.`)
}
