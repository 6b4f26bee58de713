import type { Context } from 'hono'
import { ApiError } from '../errors.ts'
import { hashKey } from '../keys/key-value.ts'
import { sessionActor, type Sender } from './actor.ts'
import type { Env } from './env.ts'
import { isOwnOrigin } from './origin.ts'
import { readSession } from './session.ts'
import { readHeader } from './answer.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The key of a request: Basic user name, Bearer, or `writeKey` in a JSON body, for beacons. */
async function readKey(c: Context<Env>): Promise<string | undefined> {
  const header = readHeader(c, 'authorization')
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

/** SameSite=Strict already keeps other sites out; this holds even for a browser that ignores it. */
function refuseForeignPage(c: Context<Env>): void {
  const site = c.req.header('Sec-Fetch-Site')
  // To read, a browser sends no Origin from our own pages, and "none" where somebody types an address.
  const isFromNoPage = c.req.header('Origin') === undefined && (site === undefined || site === 'none')
  if (isOwnOrigin(c) || (isFromNoPage && safeMethods.has(c.req.method))) return
  throw new ApiError('forbidden', 'A console session can only be used from the console.')
}

/**
 * Who sends a request; null where it has neither a key nor a session.
 *
 * @throws ApiError `unauthorized` or `forbidden` where what it has cannot be used.
 */
export async function findSender(c: Context<Env>): Promise<Sender | null> {
  const value = await readKey(c)
  if (value !== undefined) {
    const key = c.get('services').keyring.find(hashKey(value))
    if (key instanceof ApiError) throw key
    return { actor: { kind: key.kind, keyId: key.id }, key }
  }
  const session = await readSession(c)
  if (session === null) return null
  refuseForeignPage(c)
  const { key } = session
  return { actor: sessionActor(key), key }
}
