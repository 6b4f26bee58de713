import { describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../api/contract/events.ts'
import type { IngestResult } from '../../api/contract/ingest.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type { Problem } from '../../api/contract/problem.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'

const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  messageId,
  userId: 'mia',
  event: 'student_created',
  ...more,
})

async function sendBatch(app: TestApp, batch: unknown[], more: object = {}): Promise<IngestResult> {
  const response = await app.send('/v1/batch', { batch, ...more })
  expect(response.status).toBe(200)
  return (await response.json()) as IngestResult
}

const facts = async (app: TestApp, query = '') => (await app.read<Page<StoredEvent>>(`/v1/events?${query}`)).data

describe('a batch', () => {
  test('is on disk when it is answered, newest first', async () => {
    const app = await createTestApp()
    await expect(sendBatch(app, [track('m1'), track('m2')])).resolves.toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: [],
    })
    expect((await facts(app)).map((fact) => fact.messageId)).toEqual(['m2', 'm1'])
  })

  test('counts a message once however often it is sent, within a batch and across batches', async () => {
    const app = await createTestApp()
    await expect(sendBatch(app, [track('m1'), track('m1')])).resolves.toMatchObject({ accepted: 1, duplicates: 1 })
    await expect(sendBatch(app, [track('m1'), track('m2')])).resolves.toMatchObject({ accepted: 1, duplicates: 1 })
    expect(await facts(app)).toHaveLength(2)
  })

  test('keeps its good messages when others are refused, and says which and why', async () => {
    const app = await createTestApp()
    const result = await sendBatch(app, [
      track('good'),
      { type: 'dance', messageId: 'bad-type', userId: 'mia' },
      { type: 'track', messageId: 'nameless', userId: 'mia' },
      { type: 'track', messageId: 'nobody', event: 'x' },
      track('x'.repeat(101)),
      { type: 'group', messageId: 'groupless', userId: 'mia' },
      track('when', { timestamp: 'yesterday' }),
      track('list', { properties: [1] }),
      track('large', { properties: { text: 'x'.repeat(33_000) } }),
      null,
      'text',
    ])
    expect(result.accepted).toBe(1)
    expect(result.rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(result.rejected[0]).toMatchObject({
      messageId: 'bad-type',
      detail: '"type" must be one of track, identify, group, page, screen, alias.',
    })
    expect(result.rejected[7]).toMatchObject({ messageId: 'large', detail: 'The message is larger than 32 KB.' })
    const kept = await app.services.database.client.execute('SELECT detail, payload FROM rejected_messages ORDER BY id')
    expect(kept.rows).toHaveLength(10)
    expect(String(kept.rows[0]?.['payload'])).toContain('bad-type')
  })

  test('is refused whole where it is no batch, too long or too large, and then nothing is stored', async () => {
    const app = await createTestApp()
    const status = async (body: string) => (await app.send('/v1/batch', undefined, { method: 'POST', body })).status
    expect(await status('{')).toBe(400)
    expect(await status('[]')).toBe(400)
    expect(await status('{"batch":{}}')).toBe(400)
    expect(await status(JSON.stringify({ batch: Array.from({ length: 501 }, (_, n) => track(`m${n}`)) }))).toBe(413)
    expect(await status(JSON.stringify({ batch: [track('m')], pad: 'x'.repeat(520_000) }))).toBe(413)
    expect(await facts(app)).toEqual([])
  })

  test('takes the key as Basic user name, as Bearer, or in a text/plain body as a beacon sends it', async () => {
    const app = await createTestApp()
    const key = app.services.keys.write
    const body = JSON.stringify({ batch: [track('m1')] })
    const basic = { Authorization: `Basic ${btoa(`${key}:`)}`, 'Content-Type': 'application/json' }
    expect((await app.request('/v1/batch', { method: 'POST', headers: basic, body })).status).toBe(200)
    const beacon = JSON.stringify({ batch: [track('m2')], writeKey: key })
    const sent = await app.request('/v1/batch', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body: beacon,
    })
    expect(sent.status).toBe(200)
    expect(await facts(app)).toHaveLength(2)
  })
})

describe('a message sent alone', () => {
  test('has the type of its endpoint', async () => {
    const app = await createTestApp()
    expect((await app.send('/v1/track', { userId: 'mia', event: 'signed_in' })).status).toBe(200)
    expect((await app.send('/v1/page', { anonymousId: 'visitor', name: 'Home' })).status).toBe(200)
    expect((await facts(app)).map(({ type, event }) => ({ type, event }))).toEqual([
      { type: 'page', event: 'Home' },
      { type: 'track', event: 'signed_in' },
    ])
  })

  test('is 422 where it is wrong and 413 where it is too large', async () => {
    const app = await createTestApp()
    const wrong = await app.send('/v1/track', { userId: 'mia' })
    expect(wrong.status).toBe(422)
    expect(wrong.headers.get('Content-Type')).toBe('application/problem+json')
    expect((await wrong.json()) as Problem).toMatchObject({
      code: 'invalid',
      detail: 'A track message needs an "event".',
    })
    const large = { userId: 'mia', event: 'x', properties: { text: 'x'.repeat(33_000) } }
    expect((await app.send('/v1/track', large)).status).toBe(413)
  })
})

describe('time', () => {
  test('is corrected where the device clock is off by more than 5 minutes, and what was sent is kept', async () => {
    const app = await createTestApp()
    const hour = 3_600_000
    const at = (offset: number) => new Date(testStart + offset).toISOString()
    await sendBatch(app, [track('slow', { timestamp: at(-3 * hour) })], { sentAt: at(-2 * hour) })
    await sendBatch(app, [track('near', { timestamp: at(-hour) })], { sentAt: at(-4 * 60_000) })
    await sendBatch(app, [track('ahead', { timestamp: at(2 * hour) })])
    await sendBatch(app, [track('timeless')])
    const times = Object.fromEntries((await facts(app)).map((fact) => [fact.messageId, fact.timestamp]))
    expect(times).toEqual({ slow: at(-hour), near: at(-hour), ahead: at(0), timeless: at(0) })
    const kept = await app.services.database.client.execute(
      `SELECT sent_timestamp FROM events WHERE message_id = 'slow'`,
    )
    expect(kept.rows[0]?.['sent_timestamp']).toBe(at(-3 * hour))
  })
})

describe('the account of a message', () => {
  test('is that of its context, else that of the latest group of its user that had arrived, however messages are batched', async () => {
    const app = await createTestApp()
    await sendBatch(app, [
      track('before'),
      { type: 'group', messageId: 'g1', userId: 'mia', groupId: 'linde', traits: { name: 'Linde' } },
      track('within'),
      track('named', { context: { groupId: 'tilleul' } }),
    ])
    await sendBatch(app, [track('after'), track('stranger', { userId: 'jonas' })])
    const accounts = Object.fromEntries((await facts(app)).map((fact) => [fact.messageId, fact.accountId]))
    expect(accounts).toEqual({
      before: null,
      g1: 'linde',
      within: 'linde',
      named: 'tilleul',
      after: 'linde',
      stranger: null,
    })
  })

  test('is counted by day and event, without what was sent twice', async () => {
    const app = await createTestApp()
    const grouped = (id: string) => track(id, { context: { groupId: 'linde' } })
    await sendBatch(app, [grouped('m1'), grouped('m2'), grouped('m2')])
    await sendBatch(app, [grouped('m2'), grouped('m3')])
    const { rows } = await app.services.database.client.execute('SELECT day, event, count FROM daily_events')
    expect(rows.map((row) => ({ ...row }))).toEqual([{ day: '2026-03-02', event: 'student_created', count: 3 }])
  })
})

describe('traits', () => {
  test('that arrive late fill what is missing and take nothing back', async () => {
    const app = await createTestApp()
    const group = (at: string, traits: object) =>
      app.send('/v1/group', { userId: 'mia', groupId: 'linde', timestamp: at, traits })
    await group('2026-03-01T00:00:00Z', { plan: 'pro' })
    await group('2026-02-01T00:00:00Z', { plan: 'starter', owner: 'Anna' })
    const account = await app.read<{ plan: string; owner: string }>('/v1/accounts/linde')
    expect(account).toMatchObject({ plan: 'pro', owner: 'Anna' })
  })
})

describe('sending too fast', () => {
  test('is 429 with the seconds to wait, and stores nothing', async () => {
    const app = await createTestApp({ RATE_LIMIT: '2' })
    await sendBatch(app, [track('m1'), track('m2')])
    const refused = await app.send('/v1/batch', { batch: [track('m3')] })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('1')
    app.clock.now += 1000
    await sendBatch(app, [track('m3')])
    expect(await facts(app)).toHaveLength(3)
  })
})

test('asking too fast from a page is 429, too', async () => {
  const app = await createTestApp({ RATE_LIMIT: '2' })
  const ask = async () => (await app.send('/v1/state', { userId: 'mia' })).status
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429])
  // Messages have an allowance of their own.
  await sendBatch(app, [track('m1'), track('m2')])
})

describe('facts', () => {
  test('are read page by page, each once, while others arrive', async () => {
    const app = await createTestApp()
    await sendBatch(
      app,
      Array.from({ length: 5 }, (_, n) => track(`m${n}`)),
    )
    const first = await app.read<Page<StoredEvent>>('/v1/events?limit=2')
    await sendBatch(app, [track('late')])
    const second = await app.read<Page<StoredEvent>>(`/v1/events?limit=2&cursor=${first.nextCursor}`)
    const third = await app.read<Page<StoredEvent>>(`/v1/events?limit=2&cursor=${second.nextCursor}`)
    const ids = [...first.data, ...second.data, ...third.data].map((fact) => fact.messageId)
    expect(ids).toEqual(['m4', 'm3', 'm2', 'm1', 'm0'])
    expect(third.nextCursor).toBeNull()
  })

  test('are filtered by account, user and event', async () => {
    const app = await createTestApp()
    await sendBatch(app, [
      track('m1', { context: { groupId: 'linde' } }),
      track('m2', { userId: 'jonas', event: 'signed_in' }),
    ])
    expect((await facts(app, 'account=linde')).map((fact) => fact.messageId)).toEqual(['m1'])
    expect((await facts(app, 'user=jonas')).map((fact) => fact.messageId)).toEqual(['m2'])
    expect((await facts(app, 'event=signed_in')).map((fact) => fact.messageId)).toEqual(['m2'])
  })

  test('refuse a cursor that is not theirs with a sentence', async () => {
    const app = await createTestApp()
    const response = await app.request('/v1/events?cursor=nonsense', {
      headers: { Authorization: `Bearer ${app.services.keys.secret}` },
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path: 'cursor' }] })
  })
})

describe('a visitor who becomes known', () => {
  const visit = (messageId: string, more: object = {}) => ({
    type: 'track',
    messageId,
    anonymousId: 'visitor',
    event: 'student_created',
    ...more,
  })
  const known = { type: 'identify', messageId: 'i', userId: 'mia', anonymousId: 'visitor' }
  const rows = async (app: TestApp, sql: string) =>
    (await app.services.database.read([sql]))[0]?.rows.map((row) => ({ ...row }))

  test('takes along what was done before, with its counts, whether in one batch or in several', async () => {
    const messages = [
      visit('v1', { timestamp: '2026-03-01T08:00:00.000Z' }),
      visit('v2', { context: { groupId: 'linde' }, timestamp: '2026-03-01T09:00:00.000Z' }),
      known,
      visit('v3'),
      { type: 'group', messageId: 'g', userId: 'mia', groupId: 'linde', traits: { segment: 'school' } },
      visit('v4'),
    ]
    for (const batches of [[messages], messages.map((message) => [message])]) {
      const app = await createTestApp()
      for (const batch of batches) await sendBatch(app, batch)
      const seen = (await facts(app)).map(({ messageId, userId, accountId }) => [messageId, userId, accountId])
      expect(seen.reverse()).toEqual([
        ['v1', 'mia', null],
        ['v2', 'mia', 'linde'],
        ['i', 'mia', null],
        ['v3', 'mia', null],
        ['g', 'mia', 'linde'],
        ['v4', 'mia', 'linde'],
      ])
      expect(await rows(app, 'SELECT subject, count FROM event_totals ORDER BY subject')).toEqual([
        { subject: 'account:linde', count: 2 },
        { subject: 'user:mia', count: 2 },
      ])
      expect(await rows(app, 'SELECT day, count FROM daily_users ORDER BY day')).toEqual([
        { day: '2026-03-01', count: 1 },
        { day: '2026-03-02', count: 2 },
      ])
      expect(await rows(app, 'SELECT first_seen_at FROM users')).toEqual([
        { first_seen_at: Date.parse('2026-03-01T08:00:00.000Z') },
      ])
    }
  })

  test('stays the user who they first turned out to be', async () => {
    const app = await createTestApp()
    await sendBatch(app, [known, { ...known, messageId: 'i2', userId: 'jonas' }, visit('v1')])
    expect((await facts(app, 'event=student_created'))[0]?.userId).toBe('mia')
  })

  test('is known by an alias, too', async () => {
    const app = await createTestApp()
    await sendBatch(app, [visit('v1'), { type: 'alias', messageId: 'a', userId: 'mia', previousId: 'visitor' }])
    expect((await facts(app, 'user=mia')).map(({ messageId }) => messageId)).toEqual(['a', 'v1'])
  })
})

describe('traits', () => {
  const group = (messageId: string, timestamp: string, traits: object) => ({
    type: 'group',
    messageId,
    userId: 'mia',
    groupId: 'linde',
    timestamp,
    traits,
  })
  const traitsOf = async (app: TestApp) => (await app.read<{ traits: object }>('/v1/accounts/linde')).traits

  test('each go by the time of their own message', async () => {
    const app = await createTestApp()
    await sendBatch(app, [group('1', '2026-03-01T08:00:00Z', { plan: 'small', seats: 1, 'a "b".c': true })])
    await sendBatch(app, [group('3', '2026-03-01T10:00:00Z', { plan: 'large', address: { city: 'Bern', zip: 3000 } })])
    await sendBatch(app, [group('2', '2026-03-01T09:00:00Z', { plan: 'medium', seats: 2, address: null })])
    expect(await traitsOf(app)).toEqual({
      plan: 'large',
      seats: 2,
      'a "b".c': true,
      address: { city: 'Bern', zip: 3000 },
    })
  })

  test('are replaced as a whole and taken back by a null, which an older message does not undo', async () => {
    const app = await createTestApp()
    await sendBatch(app, [
      group('1', '2026-03-01T08:00:00Z', { address: { city: 'Bern', zip: 3000 }, tags: [1, 'x'], note: 'late\u0001' }),
      group('3', '2026-03-01T10:00:00Z', { address: { city: 'Genf' }, tags: null }),
      group('2', '2026-03-01T09:00:00Z', { tags: [2], mrr: 9.5 }),
    ])
    expect(await traitsOf(app)).toEqual({ address: { city: 'Genf' }, note: 'late\u0001', mrr: 9.5 })
  })

  test('keep every digit of their numbers, whatever joins them later', async () => {
    const app = await createTestApp()
    const numbers = {
      sum: 0.1 + 0.2,
      large: 12345678901234567000,
      tiny: 5e-324,
      whole: 9007199254740991,
      minus: -1.5e300,
    }
    await sendBatch(app, [
      group('1', '2026-03-01T08:00:00Z', numbers),
      group('2', '2026-03-01T09:00:00Z', { seats: 1 }),
    ])
    expect(await traitsOf(app)).toEqual({ ...numbers, seats: 1 })
  })
})
