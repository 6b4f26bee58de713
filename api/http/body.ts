import { createMiddleware } from 'hono/factory'
import { limits } from '../contract/limits.ts'
import { ApiError } from '../errors.ts'
import type { Env } from './env.ts'

/** What is read and thrown away of a body that is too large, so that its sender gets the answer and no reset. */
const drainedBytes = 16 * limits.bodyBytes

async function readBounded(body: ReadableStream<Uint8Array>): Promise<Uint8Array[] | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size <= limits.bodyBytes) chunks.push(chunk)
    else if (size > drainedBytes) break
  }
  return size > limits.bodyBytes ? null : chunks
}

/**
 * Bounds every request body, and takes `text/plain` for JSON: a beacon cannot send another type without a preflight.
 */
export const boundedBody = createMiddleware<Env>(async (c, next) => {
  const stream = c.req.raw.body
  if (stream) {
    const chunks = await readBounded(stream as ReadableStream<Uint8Array>)
    if (!chunks) {
      throw new ApiError(
        'payload_too_large',
        `The body is larger than ${limits.bodyBytes / 1024} KB. Send smaller batches.`,
      )
    }
    const headers = new Headers(c.req.raw.headers)
    if (headers.get('Content-Type')?.toLowerCase().startsWith('text/plain'))
      headers.set('Content-Type', 'application/json')
    c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body: Buffer.concat(chunks) })
  }
  await next()
})
