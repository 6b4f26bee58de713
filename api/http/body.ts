import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { limits } from '../contract/limits.ts'
import { ApiError } from '../errors.ts'
import { decompress } from './decompress.ts'
import type { Env } from './env.ts'
import { readHeader } from './answer.ts'

const json = 'application/json'
/** What is read and thrown away of a body that is too large, so that its sender gets the answer and no reset. */
const drainedBytes = 16 * limits.bodyBytes

/** Reads a body; null where it is too large. */
async function readBounded(body: ReadableStream<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size <= limits.bodyBytes) chunks.push(chunk)
      else if (size > drainedBytes) break
    }
  } catch {
    throw new ApiError('bad_request', 'The body broke off before its end.')
  }
  return size > limits.bodyBytes ? null : Buffer.concat(chunks)
}

const tooLarge = () =>
  new ApiError('payload_too_large', `The body is larger than ${limits.bodyBytes / 1024} KB. Send smaller batches.`)

/** A length that the server holds the sender to, and that is small enough; then nothing has to be counted here. */
function isKnownToFit(c: Context<Env>): boolean {
  const length = readHeader(c, 'content-length')
  return length !== undefined && readHeader(c, 'transfer-encoding') === undefined && Number(length) <= limits.bodyBytes
}

/**
 * Every body here is JSON, whatever it is called: a beacon cannot send another type than `text/plain` without a
 * preflight, and curl calls everything a form.
 */
function readAsJson(c: Context<Env>, type: string | undefined): void {
  const charset = type && /;\s*charset="?([^";]*)/i.exec(type)?.[1]?.trim()
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset)) {
    throw new ApiError('unsupported', `Bodies in "${charset}" are not read: send JSON in UTF-8.`)
  }
  c.req.raw.headers.set('Content-Type', json)
}

/** Has a request without a body be one: where all fields may be left out, none is enough, and else each is named. */
function leaveOutBody(c: Context<Env>): void {
  const { method, headers, body } = c.req.raw
  headers.delete('Content-Type')
  if (body) c.req.raw = new Request(c.req.url, { method, headers })
}

/** Bounds every request body, also while it is decompressed, and has it read as JSON. */
export const boundedBody = createMiddleware<Env>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const type = readHeader(c, 'content-type')
  if (type !== json) readAsJson(c, type)
  const encoding = readHeader(c, 'content-encoding')
  const length = readHeader(c, 'content-length')
  // Making a request anew costs more than all else that is done with a small message.
  if (!encoding && length !== '0' && isKnownToFit(c)) return next()

  // So large that not even the sender would wait for all of it to be thrown away.
  if (Number(length) > drainedBytes) throw tooLarge()
  const stream = c.req.raw.body
  const sent = stream ? await readBounded(stream as ReadableStream<Uint8Array>) : Buffer.alloc(0)
  if (sent?.length === 0) {
    leaveOutBody(c)
    return next()
  }
  const body = sent && encoding ? await decompress(sent, encoding) : sent
  if (!body) throw tooLarge()
  const { method, headers } = c.req.raw
  c.req.raw = new Request(c.req.url, { method, headers, body: new Uint8Array(body) })
  return next()
})

/**
 * Reads the body of a request.
 *
 * @throws ApiError `bad_request` that says where it stops being JSON.
 */
export async function readJson(c: Context<Env>): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (cause) {
    throw new ApiError('bad_request', `The body is not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}.`)
  }
}
