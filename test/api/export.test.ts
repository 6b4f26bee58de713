import { get, type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../api/contract/events.ts'
import { countReads } from '../support/count-reads.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { listen } from '../support/listen.ts'

const hour = 3_600_000

async function send(app: TestApp, ...batch: object[]): Promise<void> {
  const sent = await app.send('/v1/batch', { batch })
  expect(await sent.json()).toMatchObject({ accepted: batch.length })
}

const exported = async (app: TestApp, query = '', headers: Record<string, string> = {}) => {
  const authorization = { Authorization: `Bearer ${app.services.keys.secret}` }
  const response = await app.request(`/v1/events/export?${query}`, { headers: { ...authorization, ...headers } })
  expect(response.status).toBe(200)
  return response
}

const linesOf = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as StoredEvent)

/** Puts in many facts of some size at once, without the work that ingest has with them. */
async function fill(app: TestApp, count: number): Promise<void> {
  await app.services.database.client.execute({
    sql: `
      WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
      INSERT INTO events (message_id, type, event, user_id, timestamp, received_at, properties, traits, context)
      SELECT 'm' || n, 'track', 'signed_in', 'mia', :start, :start, '{"text":"' || :text || '"}', '{}', '{}' FROM numbers`,
    args: { count, start: testStart, text: 'x'.repeat(1000) },
  })
}

describe('an export', () => {
  test('is every fact as the list shows it, first arrived first, over many pages', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    for (let batch = 0; batch < 3; batch += 1) {
      const messages = Array.from({ length: 400 }, (_, place) => ({
        ...{ type: 'track', messageId: `${batch}-${place}`, userId: `user-${place % 7}`, event: 'signed_in' },
        properties: { place, text: 'Grüße "an" alle,\nund 🗿' },
      }))
      await send(app, ...messages)
    }
    const response = await exported(app)
    expect(response.headers.get('Content-Type')).toBe('application/jsonl')
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="cairn-events-2026-03-02.jsonl"')
    const lines = await linesOf(response)
    expect(lines).toHaveLength(1200)
    const listed = await app.read<{ data: StoredEvent[] }>('/v1/events?order=oldest&limit=500')
    expect(lines.slice(0, 500)).toEqual(listed.data)
    expect(new Set(lines.map(({ id }) => id)).size).toBe(1200)
  })

  test('has what the same filters find in the list, and is empty where that is nothing', async () => {
    const app = await createTestApp()
    const by = (userId: string, messageId: string) => ({ type: 'track', userId, messageId, event: 'signed_in' })
    await send(app, by('mia', '1'), by('jonas', '2'))
    app.clock.now += hour
    await send(app, by('mia', '3'))
    const ids = async (query: string) => (await linesOf(await exported(app, query))).map(({ messageId }) => messageId)
    expect(await ids('user=mia')).toEqual(['1', '3'])
    expect(await ids(`since=${new Date(testStart + hour).toISOString()}`)).toEqual(['3'])
    expect(await ids('account=nobody')).toEqual([])
    expect(await (await exported(app, 'account=nobody&format=csv')).text()).toMatch(/^id,messageId,.*,context\n$/)
  })

  test('goes past thousands of facts that are not meant', async () => {
    const app = await createTestApp()
    await fill(app, 25_000)
    await send(app, { type: 'page', messageId: 'page', userId: 'mia' })
    expect((await linesOf(await exported(app, 'type=page'))).map(({ messageId }) => messageId)).toEqual(['page'])
  })

  test('as CSV has a row for each fact, and nothing that a spreadsheet would run', async () => {
    const app = await createTestApp()
    const odd = ['=1+1', '+1', '-1', '@SUM(A1)', "'quoted", "'=1", '＝1', 'a "b", c', '=cmd|"/c calc"!A1']
    await send(
      app,
      ...odd.map((event, place) => ({
        type: 'track',
        messageId: `m${place}`,
        userId: event,
        event,
        properties: { event },
      })),
      { type: 'identify', messageId: 'who', anonymousId: 'v', traits: { name: 'Zoë\nKeller', tags: ['=1'] } },
    )
    const text = await (await exported(app, 'format=csv')).text()
    const rows = parse<Record<string, string>>(text, { columns: true })
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    expect(rows).toHaveLength(odd.length + 1)
    expect(rows[0]).toMatchObject({ event: "'=1+1", userId: "'=1+1", anonymousId: '', properties: '{"event":"=1+1"}' })
    // One apostrophe taken away gives back what was sent.
    expect(rows.slice(0, -1).map(({ event }) => event!.replace(/^'/, ''))).toEqual(odd)
    const [last] = rows.slice(-1)
    expect(JSON.parse(last!['traits']!)).toEqual({ name: 'Zoë\nKeller', tags: ['=1'] })
  })

  test('is compressed for whoever accepts it', async () => {
    const app = await createTestApp()
    await fill(app, 600)
    for (const format of ['jsonl', 'csv']) {
      const plain = await (await exported(app, `format=${format}`)).text()
      const response = await exported(app, `format=${format}`, { 'Accept-Encoding': 'gzip' })
      expect(response.headers.get('Content-Encoding')).toBe('gzip')
      const compressed = Buffer.from(await response.arrayBuffer())
      expect(compressed.length).toBeLessThan(plain.length / 10)
      expect(gunzipSync(compressed).toString('utf8')).toBe(plain)
    }
  })
})

describe('over HTTP', () => {
  async function open(app: TestApp): Promise<IncomingMessage> {
    const url = `${await listen(app)}/v1/events/export`
    const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
    return new Promise((resolve, reject) => {
      get(url, { headers }, resolve).on('error', reject)
    })
  }
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300))

  test('an export waits for its reader, and ends when that goes away', async () => {
    const app = await createTestApp()
    await fill(app, 40_000)
    const reads = countReads(app)
    const response = await open(app)
    let waiting = -1
    while (waiting !== reads()) {
      waiting = reads()
      await aMoment()
    }
    // 40 MB in pages of 500: what fits into the buffers of two sockets, and no more.
    expect(waiting).toBeLessThan(40)
    await aMoment()
    expect(reads()).toBe(waiting)
    response.destroy()
    await aMoment()
    expect(reads()).toBeLessThanOrEqual(waiting + 1)
  })

  test('an export that breaks off is no whole answer', async () => {
    const app = await createTestApp({ LOG_LEVEL: 'silent' })
    await fill(app, 40_000)
    const response = await open(app)
    const ended = new Promise<string>((resolve) => {
      response.on('end', () => resolve('whole')).on('error', (error: NodeJS.ErrnoException) => resolve(error.code!))
    })
    await aMoment()
    app.services.database.read = () => Promise.reject(new Error('The disk is gone.'))
    response.resume()
    expect(await ended).toBe('ECONNRESET')
    expect(response.complete).toBe(false)
  })
})
