import type { Runtime } from './runtime.ts'

/** What came back. Status 0: nothing did. */
export interface Reply {
  /** Whether it was taken. */
  ok: boolean
  status: number
  body: unknown
  /** Seconds the server asked to wait. */
  retryAfter: number
}

/** Posts a body to a path of the API. It never rejects. */
export type Send = (path: string, body: object, keepalive?: boolean) => Promise<Reply>

/**
 * The way to the API. The key travels in a text body, so that no request needs a preflight, and no cookie goes along.
 */
export const createSend =
  (fetch: Runtime['fetch'], { api, key }: { api: string; key: string }): Send =>
  async (path, body, keepalive = false) => {
    try {
      const response = await fetch(api + path, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ ...body, writeKey: key }),
        credentials: 'omit',
        keepalive,
        ...('timeout' in AbortSignal ? { signal: AbortSignal.timeout(20_000) } : {}),
      })
      return {
        ok: response.ok,
        status: response.status,
        body: await response.json().catch(() => null),
        retryAfter: Number(response.headers.get('retry-after')) || 0,
      }
    } catch {
      return { ok: false, status: 0, body: null, retryAfter: 0 }
    }
  }

/** Whether sending the same again can help. */
export const isWorthRetrying = (status: number): boolean => !status || status === 408 || status === 429 || status > 499

/**
 * Milliseconds until the next try: doubling from one second to five minutes, the second half of it by chance so that
 * browsers do not come back all at once, and never before the server's `Retry-After`.
 */
export const retryDelay = (failures: number, random: number, retryAfter: number): number =>
  Math.max(Math.min(1000 * 2 ** (failures - 1), 300_000) * (0.5 + random / 2), retryAfter * 1000)
