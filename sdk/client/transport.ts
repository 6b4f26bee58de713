import type { CoreOptions } from '../core.ts'
import { byteLength } from './byte-length.ts'
import type { Runtime } from './runtime.ts'

/** All requests of a page that outlive it share 64 KiB, and fail at once beyond: half of it is left to the page. */
const keepaliveBytes = 30_000

/** What came back. Status 0: nothing did. */
export interface Reply {
  status: number
  /** Null where it is no JSON. */
  body: unknown
  /** Seconds the server asked to wait. */
  retryAfter: number
}

/** Posts a body to a path of the API. It never rejects. `outlives` lets a small enough one outlive the page. */
export type Send = (path: string, body: object, outlives?: boolean) => Promise<Reply>

/**
 * The way to the API. The key travels in the body, which is sent as text, so that no request needs a preflight, and no
 * cookie goes along.
 */
export const createSend =
  (fetch: Runtime['fetch'], { api, key, toJson }: Pick<CoreOptions, 'api' | 'key' | 'toJson'>): Send =>
  async (path, content, outlives = false) => {
    const body = toJson({ ...content, writeKey: key })
    try {
      const response = await fetch(api + path, {
        method: 'POST',
        body,
        credentials: 'omit',
        keepalive: outlives && byteLength(body) < keepaliveBytes,
        signal: AbortSignal.timeout(20_000),
      })
      return {
        status: response.status,
        body: await response.json().catch(() => null),
        retryAfter: Number(response.headers.get('retry-after')) || 0,
      }
    } catch {
      return { status: 0, body: null, retryAfter: 0 }
    }
  }
