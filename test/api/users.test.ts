import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page } from '../../api/contract/pagination.ts'
import type { KnownUser, TraitChange, User } from '../../api/contract/users.ts'
import { fromCursor } from '../../api/cursor.ts'
import { eraseUser } from '../../api/users/erase.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { plansOf } from '../support/plans-of.ts'
import { forgetAll, message, sendAll } from '../support/random-histories.ts'

const identify = (messageId: string, timestamp: string, traits: object) => ({
  type: 'identify',
  messageId,
  userId: 'mia',
  timestamp: `2026-03-01T${timestamp}:00.000Z`,
  traits,
})

async function send(app: TestApp, batch: object[]) {
  expect((await app.send('/v1/batch', { batch })).status).toBe(200)
}

/** All pages of a list. */
async function readAll<Item>(app: TestApp, path: string): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Page<Item> = await app.read(`${path}${cursor && `&cursor=${cursor}`}`)
    items.push(...page.data)
    cursor = page.nextCursor
  }
  return items
}

describe('a user', () => {
  test('is read with when each trait was set, their account, and who they were before', async () => {
    const app = await createTestApp()
    await send(app, [
      { type: 'page', anonymousId: 'visitor', timestamp: '2026-03-01T07:00:00.000Z' },
      { ...identify('i', '08:00', { name: 'Mia', role: 'owner' }), anonymousId: 'visitor' },
      identify('j', '09:00', { role: null }),
      { type: 'group', userId: 'mia', groupId: 'linde' },
    ])
    expect(await app.read<KnownUser>('/v1/users/mia')).toEqual({
      id: 'mia',
      accountId: 'linde',
      firstSeenAt: '2026-03-01T07:00:00.000Z',
      lastSeenAt: '2026-03-02T08:00:00.000Z',
      traits: { name: 'Mia' },
      traitTimes: { name: '2026-03-01T08:00:00.000Z', role: '2026-03-01T09:00:00.000Z' },
      anonymousIds: ['visitor'],
    })
    await expect(app.read('/v1/users/jonas')).rejects.toThrow('404')
  })

  test('is found by account and by how id, name or email begin, page by page', async () => {
    const app = await createTestApp()
    await send(app, [
      { type: 'identify', userId: 'u1', traits: { name: 'Mia Keller', email: 'mia@example.com' } },
      { type: 'identify', userId: 'u2', traits: { email: 'JONAS@example.com' }, context: { groupId: 'linde' } },
      { type: 'group', userId: 'u3', groupId: 'linde' },
      { type: 'group', userId: 'u4', groupId: 'tilleul' },
      { type: 'identify', userId: 'mia', traits: { name: 7, email: null } },
    ])
    const ids = async (query: string) => (await readAll<User>(app, `/v1/users?limit=1&${query}`)).map(({ id }) => id)
    expect(await ids('')).toEqual(['mia', 'u1', 'u2', 'u3', 'u4'])
    expect(await ids('account=linde')).toEqual(['u3'])
    expect(await ids('q=MIA')).toEqual(['u1'])
    expect(await ids('q=mia')).toEqual(['mia', 'u1'])
    expect(await ids('q=jonas')).toEqual(['u2'])
    expect(await ids('q=7')).toEqual(['mia'])
    expect(await ids('q=kell')).toEqual([])
    expect(await ids('q=u&account=linde')).toEqual(['u3'])
    expect(await ids('q=mia&account=linde')).toEqual([])
    expect(await ids('q=%25')).toEqual([])
  })

  test('is found without a look at all others', async () => {
    const app = await createTestApp()
    const steps = async (query: string) =>
      (await plansOf(app, () => app.read(`/v1/users?${query}`))).filter((step) => /users|USE TEMP/.test(step))
    const byId = 'SEARCH users USING INDEX sqlite_autoindex_users_1 (id'
    expect(await steps('')).toEqual([`${byId}>?)`])
    expect(await steps('account=linde')).toEqual(['SEARCH users USING INDEX users_account (account_id=? AND id>?)'])
    expect(await steps('account=linde&q=mia')).toEqual(await steps('account=linde'))
    expect(await steps('q=mia')).toEqual([
      `${byId}=?)`,
      'SEARCH users USING COVERING INDEX sqlite_autoindex_users_1 (id>? AND id<?)',
      'SEARCH users USING INDEX users_name (<expr>>? AND <expr><?)',
      'SEARCH users USING INDEX users_email (<expr>>? AND <expr><?)',
    ])
  })

  test('is one of the first 500 that a text finds, so that a short one costs no more', async () => {
    const app = await createTestApp()
    await app.services.database.client.execute(`
      WITH RECURSIVE numbers (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1899)
      INSERT INTO users (id, traits, first_seen_at, last_seen_at)
      SELECT n, json_object('name', 'Mia ' || (3000 - n)), 0, 0 FROM numbers`)
    const found = await readAll<User>(app, '/v1/users?q=mi&limit=500')
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 500 }, (_, n) => String(1400 + n)))
  })
})

describe('the history of traits', () => {
  const short = ({ trait, value, since, messageId }: TraitChange) => [trait, value, since.slice(11, 16), messageId]

  test('has each change where it belongs, whenever it arrived, and leaves out what was said again', async () => {
    const app = await createTestApp()
    await send(app, [identify('1', '08:00', { plan: 'small', seats: 1 })])
    await send(app, [identify('4', '11:00', { plan: null })])
    await send(app, [identify('3', '10:00', { plan: 'large' }), identify('2', '09:00', { plan: 'small', seats: 2 })])
    const history = await readAll<TraitChange>(app, '/v1/users/mia/traits?limit=2')
    expect(history.map(short)).toEqual([
      ['plan', null, '11:00', '4'],
      ['plan', 'large', '10:00', '3'],
      ['seats', 2, '09:00', '2'],
      ['seats', 1, '08:00', '1'],
      ['plan', 'small', '08:00', '1'],
    ])
    expect((await readAll<TraitChange>(app, '/v1/users/mia/traits?trait=seats')).map(short)).toHaveLength(2)
  })

  test('of an account keeps what it comes to where who said it was erased', async () => {
    const app = await createTestApp()
    const group = { type: 'group', groupId: 'linde' }
    await send(app, [
      { ...identify('1', '08:00', { plan: 'small' }), ...group, userId: 'jonas' },
      { ...identify('2', '09:00', { plan: 'large' }), ...group },
    ])
    const read = async () => (await readAll<TraitChange>(app, '/v1/accounts/linde/traits?limit=9')).map(short)
    expect(await read()).toEqual([
      ['plan', 'large', '09:00', '2'],
      ['plan', 'small', '08:00', '1'],
    ])
    await eraseUser(app.services, 'mia')
    expect(await read()).toEqual([
      ['plan', 'large', '09:00', null],
      ['plan', 'small', '08:00', '1'],
    ])
  })

  /** Lets a user identify many times, once a second, without the work of ingest; `traits` is SQL for those of the n-th time. */
  async function identifyOften({ services }: TestApp, count: number, traits: string): Promise<void> {
    await services.database.write([
      `INSERT INTO users (id, first_seen_at, last_seen_at) VALUES ('mia', 0, 0)`,
      {
        sql: `
          WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
          INSERT INTO events (message_id, type, user_id, timestamp, received_at, properties, traits, context)
          SELECT 'm' || n, 'identify', 'mia', :start + 1000 * n, :start, '{}', ${traits}, '{}' FROM numbers`,
        args: { count, start: testStart },
      },
    ])
  }
  const told = ({ trait, value, messageId }: TraitChange) => [trait, value, messageId]

  test.each([1, 7, 500])('is whole over any number of messages, in pages of %i', async (limit) => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    await identifyOften(app, 5500, `json_object('seats', n / 900, 'plan', iif(n BETWEEN 2000 AND 2001, 'b"', 'a'))`)
    const history = await readAll<TraitChange>(app, `/v1/users/mia/traits?limit=${limit}`)
    expect(history.map(told)).toEqual([
      ...[6, 5, 4, 3].map((seats) => ['seats', seats, `m${seats * 900}`]),
      ['plan', 'a', 'm2002'],
      ['plan', 'b"', 'm2000'],
      ['seats', 2, 'm1800'],
      ['seats', 1, 'm900'],
      ['seats', 0, 'm0'],
      ['plan', 'a', 'm0'],
    ])
    const plans = await readAll<TraitChange>(app, `/v1/users/mia/traits?limit=${limit}&trait=plan`)
    expect(plans.map(told)).toEqual(history.filter(({ trait }) => trait === 'plan').map(told))
  })

  test('looks back for 1,000 messages and more, then tells a value again', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    const named = 'n IN (0, 990, 4000)'
    await identifyOften(app, 4500, `iif(${named}, json_object('name', 'Mia', 'n', 1), '{"n":1}')`)
    expect((await readAll<TraitChange>(app, '/v1/users/mia/traits?limit=50')).map(told)).toEqual([
      ['name', 'Mia', 'm4000'],
      ['name', 'Mia', 'm0'],
      ['n', 1, 'm0'],
    ])
  })

  test('is read by an index, from its end and no further than a page goes', async () => {
    const app = await createTestApp()
    await identifyOften(app, 3000, `'{"n":1}'`)
    const steps = await plansOf(app, () => app.read('/v1/users/mia/traits'))
    const ofFacts = steps.filter((step) => /^(SCAN|SEARCH) events/.test(step))
    expect(ofFacts).toHaveLength(4)
    expect(ofFacts.filter((step) => !/events_user_traits \(user_id=\? AND timestamp[<=]\?\)$/.test(step))).toEqual([])
    const { nextCursor } = await app.read<Page<TraitChange>>('/v1/users/mia/traits')
    const [time] = fromCursor(nextCursor ?? '')
    expect(time).toBe(testStart + 1000 * 1999)
  })

  test('ends with the traits that are there, in whatever order messages arrive', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    /** What a history comes to: the latest change of each trait. */
    const fold = (history: TraitChange[]) =>
      Object.fromEntries(
        history
          .toReversed()
          .filter(({ trait }, place, all) => all.findLastIndex((later) => later.trait === trait) === place)
          .flatMap(({ trait, value }) => (value === null ? [] : [[trait, value]])),
      )
    const batches = fc.array(fc.array(message, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(batches, async (sent) => {
        await forgetAll(app)
        await sendAll(app, sent)
        const known = await readAll<User>(app, '/v1/users?limit=50')
        const accounts = await readAll<{ id: string; traits: object }>(app, '/v1/accounts?limit=50')
        for (const { id, traits } of known)
          expect(fold(await readAll(app, `/v1/users/${id}/traits?limit=3`))).toEqual(traits)
        for (const { id, traits } of accounts)
          expect(fold(await readAll(app, `/v1/accounts/${id}/traits?limit=3`))).toEqual(traits)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the export of a user', () => {
  async function fill(app: TestApp) {
    await send(app, [
      { type: 'track', messageId: 'v', anonymousId: 'visitor', event: 'signed_in' },
      { ...identify('i', '08:00', { name: 'Mia' }), anonymousId: 'visitor' },
      { type: 'track', messageId: 'bad', userId: 'mia' },
      { type: 'track', messageId: 'other', userId: 'jonas', event: 'signed_in' },
      ...Array.from({ length: 450 }, (_, n) => ({ type: 'track', messageId: `m${n}`, userId: 'mia', event: 'e' })),
    ])
    await app.send('/v1/surveys/nps/responses', {
      submissionId: 's',
      userId: 'mia',
      answers: { score: 9 },
      completed: true,
    })
    await app.send('/v1/shown', { anonymousId: 'visitor', kind: 'survey', id: 'nps', action: 'shown' })
  }

  test('has everything about them and the visitor they were, and nothing about others', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    await fill(app)
    const given = await app.read<Record<string, { messageId: string }[]>>('/v1/users/mia/export')
    expect(given).toMatchObject({
      userId: 'mia',
      user: { traits: { name: 'Mia' }, anonymousIds: ['visitor'] },
      traits: [{ trait: 'name', value: 'Mia', messageId: 'i' }],
      surveyResponses: [{ submissionId: 's', answers: { score: 9 } }],
      impressions: [{ subject: 'anonymous:visitor', id: 'nps' }],
      rejectedMessages: [{ messageId: 'bad' }],
    })
    const messageIds = given['events']?.map(({ messageId }) => messageId)
    expect(messageIds).toHaveLength(452)
    expect(new Set(messageIds)).toContain('v')
    expect(messageIds).not.toContain('other')
  })

  test('is the same line by line', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    await fill(app)
    const { userId, exportedAt, user, ...lists } = await app.read<Record<string, unknown[]>>('/v1/users/mia/export')
    const response = await app.request('/v1/users/mia/export?format=jsonl', {
      headers: { Authorization: `Bearer ${app.services.keys.secret}` },
    })
    expect(response.headers.get('Content-Type')).toBe('application/jsonl')
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines).toEqual([
      { kind: 'user', data: { userId, exportedAt, user } },
      ...Object.entries(lists).flatMap(([kind, list]) => list.map((data) => ({ kind, data }))),
    ])
  })

  test('is 404 for somebody of whom nothing is held: who never was, or was erased', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    await fill(app)
    await eraseUser(app.services, 'mia')
    for (const path of ['mia/export', 'nobody/export', 'nobody/export?format=jsonl']) {
      const response = await app.request(`/v1/users/${path}`, {
        headers: { Authorization: `Bearer ${app.services.keys.secret}` },
      })
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  test('has what is held of somebody who is no user yet', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    await send(app, [{ type: 'track', messageId: 'bad', userId: 'mia' }])
    expect(await app.read('/v1/users/mia/export')).toMatchObject({
      ...{ user: null, traits: [], events: [], rejectedMessages: [{ messageId: 'bad' }] },
    })
  })
})
