import { describe, expect, test } from 'vitest'
import type { EventsPage } from '../../api/contract/events.ts'
import { findFacts, lookedAt, type FactFilter, type Stretch } from '../../api/events/find-facts.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'

const hour = 3_600_000
const at = (offset: number) => new Date(testStart + offset).toISOString()

const track = (messageId: string, more: object = {}) => ({
  ...{ type: 'track', messageId, userId: 'mia', event: 'signed_in' },
  ...more,
})

async function send(app: TestApp, ...batch: object[]): Promise<void> {
  const sent = await app.send('/v1/batch', { batch })
  expect(await sent.json()).toMatchObject({ accepted: batch.length })
}

const page = (app: TestApp, query: string) => app.read<EventsPage>(`/v1/events?${query}`)
const idsOf = ({ data }: EventsPage) => data.map(({ messageId }) => messageId)
const found = async (app: TestApp, query: string) => idsOf(await page(app, query))

/** Puts in many facts at once, one a second from `testStart` on, without the work that ingest has with them. */
async function fill(app: TestApp, count: number): Promise<void> {
  await app.services.database.client.execute({
    sql: `
      WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
      INSERT INTO events (message_id, type, event, user_id, timestamp, received_at, properties, traits, context)
      SELECT 'm' || n, 'track', 'signed_in', 'mia', :start + n * 1000, :start + n * 1000, '{}', '{}', '{}' FROM numbers`,
    args: { count, start: testStart },
  })
}

describe('filters', () => {
  test('find what they name, and together what all of them name', async () => {
    const app = await createTestApp()
    await send(
      app,
      { type: 'group', messageId: 'group', userId: 'mia', groupId: 'linde' },
      track('in'),
      track('invoice', { event: 'invoice_sent' }),
      track('jonas', { userId: 'jonas' }),
      { type: 'page', messageId: 'page', anonymousId: 'visitor', name: 'Home' },
    )
    expect(await found(app, 'account=linde')).toEqual(['invoice', 'in', 'group'])
    expect(await found(app, 'user=jonas')).toEqual(['jonas'])
    expect(await found(app, 'event=Home')).toEqual(['page'])
    expect(await found(app, 'type=group')).toEqual(['group'])
    expect(await found(app, 'anonymous=visitor')).toEqual(['page'])
    expect(await found(app, 'messageId=invoice')).toEqual(['invoice'])
    expect(await found(app, 'account=linde&event=signed_in')).toEqual(['in'])
    expect(await found(app, 'user=mia&type=track&order=oldest')).toEqual(['in', 'invoice'])
    expect(await found(app, 'messageId=invoice&user=jonas')).toEqual([])
    expect(await found(app, 'messageId=invoice&anonymous=visitor')).toEqual([])
    expect(await found(app, 'account=&user=&event=')).toHaveLength(5)
  })

  test('find a visitor before and after it is known who they are, and nobody else in the same browser', async () => {
    const app = await createTestApp()
    await send(app, track('before', { userId: undefined, anonymousId: 'visitor' }))
    expect(await found(app, 'anonymous=visitor')).toEqual(['before'])
    await send(app, { type: 'identify', messageId: 'who', userId: 'mia', anonymousId: 'visitor' }, track('elsewhere'))
    await send(app, track('other', { userId: 'jonas', anonymousId: 'visitor' }))
    expect(await found(app, 'anonymous=visitor')).toEqual(['who', 'before'])
    expect(await found(app, 'anonymous=visitor&user=jonas')).toEqual(['other'])
    expect(await found(app, 'user=mia')).toEqual(['elsewhere', 'who', 'before'])
  })

  test('tell when facts arrived from when they happened', async () => {
    const app = await createTestApp()
    await send(app, track('first'))
    app.clock.now += hour
    await send(app, track('late', { timestamp: at(-48 * hour) }), track('second'))
    app.clock.now += hour
    await send(app, track('third'))
    expect(await found(app, `since=${at(hour)}`)).toEqual(['third', 'second', 'late'])
    expect(await found(app, `until=${at(hour)}`)).toEqual(['first'])
    expect(await found(app, `since=${at(1)}&until=${at(2 * hour)}`)).toEqual(['second', 'late'])
    expect(await found(app, `from=${at(hour)}`)).toEqual(['third', 'second'])
    expect(await found(app, `to=${at(0)}`)).toEqual(['late'])
    expect(await found(app, `from=2026-02-28&to=2026-03-01&user=mia`)).toEqual(['late'])
  })

  test('find what arrived in a time although clocks of servers differ by minutes, and ids have gaps', async () => {
    const app = await createTestApp()
    await fill(app, 5000)
    const { client } = app.services.database
    await client.execute('UPDATE events SET received_at = received_at + (id % 3 - 1) * 120000')
    await client.execute('DELETE FROM events WHERE id BETWEEN 1001 AND 1900 OR id % 7 = 0 OR id < 10')
    for (const [since, until] of [
      [0, 100],
      [900, 2000],
      [1000, 1900],
      [2500, 2501],
      [4900, 9000],
      [-9000, 9000],
      [9000, 9001],
    ] as const) {
      const counted = await client.execute({
        sql: 'SELECT id FROM events WHERE received_at >= ? AND received_at < ? ORDER BY id LIMIT 500',
        args: [testStart + since * 1000, testStart + until * 1000],
      })
      const { data } = await page(app, `since=${at(since * 1000)}&until=${at(until * 1000)}&order=oldest&limit=500`)
      expect(data.map(({ id }) => Number(id))).toEqual(counted.rows.map(({ id }) => id))
    }
  })

  test('find by arrival what was refused long ago and sent again', async () => {
    const app = await createTestApp()
    const nameless = { type: 'track', messageId: 'refused', userId: 'mia', timestamp: at(-hour) }
    await app.send('/v1/batch', { batch: [nameless] })
    app.clock.now += 24 * hour
    await send(app, track('before'))
    const [refused] = (await app.read<{ data: { id: string }[] }>('/v1/rejected-messages')).data
    await app.read('/v1/rejected-messages/replay', { ids: [refused!.id], message: { ...nameless, event: 'mended' } })
    await send(app, track('after'))
    expect(await found(app, `since=${at(hour)}`)).toEqual(['after', 'refused', 'before'])
    expect(await found(app, `until=${at(hour)}`)).toEqual([])
    expect((await page(app, 'messageId=refused')).data).toMatchObject([{ timestamp: at(-hour) }])
  })

  test('say which of them is wrong', async () => {
    const app = await createTestApp()
    for (const query of ['since=yesterday', 'type=dance', 'order=random', 'to=2026-02-30', 'limit=501']) {
      const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
      const response = await app.request(`/v1/events?${query}`, { headers })
      expect([query, response.status]).toEqual([query, 422])
      expect(await response.json()).toMatchObject({ errors: [{ path: query.split('=')[0] }] })
    }
  })
})

describe('a cursor', () => {
  test('goes on where the page ended while facts arrive, and ends', async () => {
    const app = await createTestApp()
    await send(app, track('1'), track('2'), track('3'), track('4'))
    const first = await page(app, 'limit=2')
    await send(app, track('5'))
    const second = await page(app, `limit=2&cursor=${first.nextCursor}`)
    expect([idsOf(first), idsOf(second)]).toEqual([
      ['4', '3'],
      ['2', '1'],
    ])
    expect(first).toMatchObject({ hasMore: true })
    expect(second).toMatchObject({ hasMore: false, nextCursor: null })
  })

  test('follows the facts for ever, oldest first, and misses none', async () => {
    const app = await createTestApp()
    let cursor = ''
    const follow = async (): Promise<string[]> => {
      const { data, hasMore, nextCursor } = await page(app, `order=oldest&limit=2${cursor && `&cursor=${cursor}`}`)
      cursor = nextCursor!
      const ids = data.map(({ messageId }) => messageId)
      return hasMore ? [...ids, ...(await follow())] : ids
    }
    expect(await follow()).toEqual([])
    await send(app, track('1'), track('2'))
    expect(await follow()).toEqual(['1', '2'])
    expect(await follow()).toEqual([])
    await send(app, track('3'), track('4'), track('5', { timestamp: at(-hour) }))
    expect(await follow()).toEqual(['3', '4', '5'])
    expect(await follow()).toEqual([])
  })

  test('follows while several clients send at once', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    const sent: string[] = []
    const client = async (name: string) => {
      for (let place = 0; place < 30; place += 1) {
        const ids = [0, 1, 2].map((within) => `${name}-${place}-${within}`)
        sent.push(...ids)
        await send(app, ...ids.map((id) => track(id)))
      }
    }
    const seen: string[] = []
    let isOver = false
    const follow = async () => {
      let cursor: string | undefined
      for (let rest = true; rest;) {
        // Looked at before the page: what was sent until then is on it or on a later one.
        rest = !isOver
        const found = await page(app, `order=oldest&limit=7${cursor ? `&cursor=${cursor}` : ''}`)
        cursor = found.nextCursor!
        seen.push(...idsOf(found))
        rest ||= found.hasMore
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const following = follow()
    await Promise.all(['a', 'b', 'c', 'd'].map(client))
    isOver = true
    await following
    expect(seen).toHaveLength(sent.length)
    expect(new Set(seen)).toEqual(new Set(sent))
  })

  test('goes on through facts of which few fit, each page looking at some', async () => {
    const app = await createTestApp()
    const rare = [0, 9999, 10_000, 10_001, 24_999].map((place) => `m${place}`)
    await fill(app, 25_000)
    const { client } = app.services.database
    await client.execute({
      sql: `UPDATE events SET type = 'screen' WHERE message_id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(rare)],
    })
    for (const order of ['oldest', 'newest']) {
      const pages: EventsPage[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const next: EventsPage = await page(app, `type=screen&order=${order}&limit=2${cursor && `&cursor=${cursor}`}`)
        pages.push(next)
        cursor = next.hasMore ? next.nextCursor : null
      }
      expect(pages.flatMap(idsOf)).toEqual(order === 'oldest' ? rare : rare.toReversed())
      expect(pages.length).toBeLessThanOrEqual(6)
    }
  })

  test('is refused where it was made for another order or another list', async () => {
    const app = await createTestApp()
    await send(app, track('1'), track('2'))
    const { nextCursor } = await page(app, 'limit=1')
    const foreign = Buffer.from(JSON.stringify(['name', 'linde'])).toString('base64url')
    for (const query of [`order=oldest&cursor=${nextCursor}`, `cursor=${foreign}`, 'cursor=nonsense']) {
      const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
      expect([query, (await app.request(`/v1/events?${query}`, { headers })).status]).toEqual([query, 422])
    }
  })
})

describe('each page', () => {
  const stretch: Stretch = { order: 'newest', after: 5000, limit: 50 }
  const byIndex = (index: string, bound: string) => `SEARCH events USING INDEX ${index} (${bound})`
  const byId = (bound: string) => `SEARCH events USING INTEGER PRIMARY KEY (${bound})`

  test.each<[name: string, asked: [FactFilter, Partial<Stretch>?], expected: string]>([
    ['user', [{ user: 'mia' }], byIndex('events_user', 'user_id=? AND rowid<?')],
    ['account', [{ account: 'linde' }], byIndex('events_account', 'account_id=? AND rowid<?')],
    ['event', [{ event: 'signed_in' }], byIndex('events_event', 'event=? AND rowid<?')],
    ['visitor', [{ visitor: 'v' }], byIndex('events_visitor', 'anonymous_id=? AND rowid<?')],
    ['message', [{ messageId: 'm' }], byIndex('events_message_id_unique', 'message_id=?')],
    ['account and event', [{ account: 'linde', event: 'x' }], byIndex('events_account', 'account_id=? AND rowid<?')],
    ['user and type', [{ user: 'mia', type: 'identify' }], byIndex('events_user', 'user_id=? AND rowid<?')],
    ['user, oldest first', [{ user: 'mia' }, { order: 'oldest' }], byIndex('events_user', 'user_id=? AND rowid>?')],
    ['arrival', [{ since: 1, until: 2 }], byId('rowid>? AND rowid<?')],
    ['user and arrival', [{ user: 'm', since: 1 }], byIndex('events_user', 'user_id=? AND rowid>? AND rowid<?')],
    ['happened', [{ from: 1, to: 2 }], byId('rowid>? AND rowid<?')],
    ['type', [{ type: 'alias' }], byId('rowid<?')],
    ['nothing', [{}], byId('rowid<?')],
    ['nothing, from the end', [{}, { after: undefined }], 'SCAN events'],
  ])('is read by an index and in its order: %s', async (_, [filter, more], expected) => {
    const app = await createTestApp()
    const { sql, args } = findFacts(filter, { ...stretch, ...more }) as { sql: string; args: Record<string, string> }
    const { rows } = await app.services.database.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    const plan = rows.map(({ id, parent, detail }) => ({ id, parent, detail: String(detail).replace('COVERING ', '') }))
    expect(plan.map(({ detail }) => detail)).toContain(expected)
    // Only rows that were found are sorted, and nothing is looked at from its beginning.
    const isInner = (step: (typeof plan)[number]) => step.parent !== 0
    expect(plan.filter((step) => isInner(step) && step.detail.includes('TEMP B-TREE'))).toEqual([])
    expect(plan.filter(({ detail }) => /^SCAN events/.test(detail))).toHaveLength(expected === 'SCAN events' ? 1 : 0)
    expect(plan.map(({ detail }) => detail)).toContain(byId('rowid=?'))
    expect(args['looked']).toBeLessThanOrEqual(lookedAt)
  })
})
