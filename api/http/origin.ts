import type { Context } from 'hono'
import { ApiError } from '../errors.ts'
import type { Env } from './env.ts'
import { readHeader } from './answer.ts'

/**
 * Whether a page of this very server sends the request. `Sec-Fetch-Site` is set by the browser alone; where it is
 * missing (an old browser) the `Origin` has to be ours.
 */
export function isOwnOrigin(c: Context<Env>): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  const origin = readHeader(c, 'origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  const { publicUrl } = c.get('services').settings
  return origin === publicUrl || new URL(origin).host === c.req.header('Host')
}

/**
 * Keeps out pages whose origin a key is not for. A key may list its own; else ALLOWED_ORIGINS holds.
 *
 * @throws ApiError `forbidden`
 */
export function refuseForeignOrigin(c: Context<Env>, origins: readonly string[]): void {
  const origin = readHeader(c, 'origin')
  if (origin === undefined) return
  const { allowedOrigins } = c.get('services').settings
  const allowed = origins.length > 0 ? origins : allowedOrigins
  if (allowed.length === 0 || allowed.includes(origin) || isOwnOrigin(c)) return
  const remedy = origins.length > 0 ? "add it to the key's origins" : 'add it to ALLOWED_ORIGINS'
  throw new ApiError('forbidden', `Pages of ${origin} may not use this key: ${remedy}.`)
}
