import type { Context } from 'hono'
import type { Env } from './env.ts'

/**
 * Whether a page of this very server sends the request. `Sec-Fetch-Site` is set by the browser alone; where it is
 * missing (an old browser) the `Origin` has to be ours.
 */
export function isOwnOrigin(c: Context<Env>): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('Origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  const { publicUrl } = c.var.services.settings
  return origin === publicUrl || new URL(origin).host === c.req.header('Host')
}
