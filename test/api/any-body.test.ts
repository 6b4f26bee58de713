import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IngestResult } from '../../api/contract/ingest.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const compressors = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync, identity: (bytes: Buffer) => bytes }
type Encoding = keyof typeof compressors

async function post(app: TestApp, body: Buffer<ArrayBuffer>, headers: Record<string, string>) {
  const key = { Authorization: `Bearer ${app.services.keys.write}` }
  const answer = await app.request('/v1/batch', { method: 'POST', body, headers: { ...key, ...headers } })
  const [stored] = await app.services.database.read(['SELECT count(*) AS count FROM events'])
  const read = (await answer.json()) as Partial<IngestResult> & { detail?: string }
  return { status: answer.status, read, stored: Number(stored?.rows[0]?.['count']) }
}

const batchOf = (count: number) => ({
  batch: Array.from({ length: count }, (_, n) => ({ type: 'track', userId: `user-${n}`, event: 'signed_in' })),
})
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))

/** A batch as bytes, of which some are others than they were. */
const damaged = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([count, changes, isCut]) => {
    const bytes = bytesOf(batchOf(count))
    for (const [place, byte] of changes) bytes[place % bytes.length] = byte
    return isCut ? bytes.subarray(0, bytes.length / 2) : bytes
  })

test('a body of any bytes, however it is called and compressed, is taken as it says or not at all', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  let stored = 0
  const sent = fc.record({
    bytes: fc.oneof(
      damaged,
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
    ),
    made: fc.constantFrom<Encoding>('gzip', 'deflate', 'br', 'identity'),
    named: fc.option(fc.constantFrom('gzip', 'deflate', 'br', 'identity', 'x-gzip', 'GZIP', 'zstd', 'gzip, br', '')),
    isDamaged: fc.boolean(),
    type: fc.constantFrom(
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/plain;charset=UTF-8',
      'image/png',
      ';;',
      'application/json; charset=latin1',
    ),
  })
  await fc.assert(
    fc.asyncProperty(sent, async ({ bytes, made, named, isDamaged, type }) => {
      const body = Buffer.from(compressors[made](bytes))
      if (isDamaged && body.length > 4) body[body.length >> 1] = 0xff
      const answer = await post(app, body, {
        'Content-Type': type,
        ...(named === null ? {} : { 'Content-Encoding': named }),
      })
      expect([200, 400, 413, 415]).toContain(answer.status)
      if (answer.status !== 200) expect(answer.read.detail).toMatch(/\.$/)
      expect(answer.stored).toBe(stored + (answer.read.accepted ?? 0))
      stored = answer.stored
    }),
    {
      numRuns: 300,
      // One that is whole, so that there is something which could have been taken in part.
      examples: [
        [{ bytes: bytesOf(batchOf(3)), made: 'gzip', named: 'gzip', isDamaged: false, type: 'application/json' }],
      ],
    },
  )
  expect(stored).toBeGreaterThan(0)
})

test.each(['gzip', 'x-gzip', 'deflate', 'br', 'identity'])('a body in %s is read', async (encoding) => {
  const app = await createTestApp()
  const compress = compressors[encoding.replace('x-', '') as Encoding]
  const answer = await post(app, Buffer.from(compress(bytesOf(batchOf(2)))), { 'Content-Encoding': encoding })
  expect(answer).toMatchObject({ status: 200, read: { accepted: 2 }, stored: 2 })
})

test('what a body inflates to counts against the limit, to the byte', async () => {
  const app = await createTestApp()
  const padded = (size: number) => {
    const bytes = bytesOf(batchOf(1))
    return gzipSync(Buffer.concat([bytes, Buffer.alloc(size - bytes.length, ' ')]))
  }
  const headers = { 'Content-Encoding': 'gzip' }
  expect((await post(app, Buffer.from(padded(500 * 1024)), headers)).status).toBe(200)
  expect((await post(app, Buffer.from(padded(500 * 1024 + 1)), headers)).status).toBe(413)
})
