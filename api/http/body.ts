import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { limits } from '../contract/limits.ts'
import { ApiError } from '../errors.ts'
import type { Env } from './env.ts'

/** What is read and thrown away of a body that is too large, so that its sender gets the answer and no reset. */
const drainedBytes = 16 * limits.bodyBytes

/** Reads a body; null where it is too large. */
async function readBounded(body: ReadableStream<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size <= limits.bodyBytes) chunks.push(chunk)
    else if (size > drainedBytes) break
  }
  return size > limits.bodyBytes ? null : Buffer.concat(chunks)
}

/** A length that the server holds the sender to, and that is small enough; then nothing has to be counted here. */
function isKnownToFit(c: Context<Env>): boolean {
  const length = c.req.header('Content-Length')
  return length !== undefined && c.req.header('Transfer-Encoding') === undefined && Number(length) <= limits.bodyBytes
}

/**
 * Bounds every request body, and takes `text/plain` for JSON: a beacon cannot send another type without a preflight.
 */
export const boundedBody = createMiddleware<Env>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const isPlain = c.req.header('Content-Type')?.toLowerCase().startsWith('text/plain') ?? false
  // Making a request anew costs more than all else that is done with a small message.
  if (isKnownToFit(c) && !isPlain) return next()

  const stream = c.req.raw.body
  if (!stream) return next()
  const body = await readBounded(stream as ReadableStream<Uint8Array>)
  if (!body) {
    throw new ApiError(
      'payload_too_large',
      `The body is larger than ${limits.bodyBytes / 1024} KB. Send smaller batches.`,
    )
  }
  const headers = new Headers(c.req.raw.headers)
  if (isPlain) headers.set('Content-Type', 'application/json')
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers, body: new Uint8Array(body) })
  return next()
})
