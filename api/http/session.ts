import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { ApiError } from '../errors.ts'
import { hashKey } from '../keys/key-value.ts'
import type { KnownKey } from '../keys/known-key.ts'
import type { Env } from './env.ts'

const cookie = 'cairn_session'
const path = '/v1'
/** How long a console session lasts. */
const sessionSeconds = 12 * 60 * 60

/** A console session. */
export interface ConsoleSession {
  /** When it ends. */
  until: number
  /** The key that it was opened with: it ends with it. */
  key: KnownKey
}

/** The console session of a request; null where there is none. */
export async function readSession(c: Context<Env>): Promise<ConsoleSession | null> {
  const { keys, keyring, now } = c.var.services
  const [until, keyHash] = ((await getSignedCookie(c, keys.secret, cookie)) || '').split('.')
  if (!keyHash || !(Number(until) > now())) return null
  const key = keyring.find(keyHash)
  if (!(key instanceof ApiError)) return { until: Number(until), key }
  if (key.code === 'unauthorized') return null
  throw key
}

/** Opens a console session with a key that was checked. @returns when it ends. */
export async function openSession(c: Context<Env>, key: string): Promise<number> {
  const { keys, now, settings } = c.var.services
  const until = now() + sessionSeconds * 1000
  await setSignedCookie(c, cookie, `${until}.${hashKey(key)}`, keys.secret, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: (settings.publicUrl ?? c.req.url).startsWith('https:'),
    path,
    maxAge: sessionSeconds,
  })
  return until
}

/** Takes the cookie of a session back. */
export function closeSession(c: Context<Env>): void {
  deleteCookie(c, cookie, { path })
}
