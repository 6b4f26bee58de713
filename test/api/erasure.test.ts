import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Erasure } from '../../api/contract/users.ts'
import { eraseUser, finishErasures } from '../../api/users/erase.ts'
import { countReads } from '../support/count-reads.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { forgetAll, message, sendAll } from '../support/random-histories.ts'
import { rowsWith } from '../support/rows-with.ts'

async function erase(app: TestApp, user: string): Promise<Erasure> {
  const response = await app.request(`/v1/users/${user}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${app.services.keys.secret}` },
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Erasure
}

async function send(app: TestApp, batch: object[]) {
  const response = await app.send('/v1/batch', { batch })
  expect(response.status).toBe(200)
  return (await response.json()) as { accepted: number; duplicates: number; rejected: { detail: string }[] }
}

const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  messageId,
  userId: 'mia',
  event: 'invoice_sent',
  context: { groupId: 'linde' },
  ...more,
})

describe('erasing a user', () => {
  test('leaves nothing of them or of the visitor they were, and says how much there was', async () => {
    const app = await createTestApp()
    await send(app, [
      track('m1', { userId: undefined, anonymousId: 'visitor-of-mia', event: 'signed_in' }),
      { type: 'identify', userId: 'mia', anonymousId: 'visitor-of-mia', traits: { email: 'mia@example.com' } },
      { type: 'group', userId: 'mia', groupId: 'linde', traits: { name: 'Linde', segment: 'school' } },
      track('m2'),
      track('m3', { userId: 'jonas' }),
      { type: 'track', userId: 'mia', context: { email: 'mia@example.com' } },
    ])
    await app.send('/v1/surveys/nps/responses', {
      submissionId: 's',
      userId: 'mia',
      answers: { score: 9 },
      completed: true,
    })
    const shown = { kind: 'survey', id: 'nps', action: 'shown' }
    await app.send('/v1/shown', { ...shown, anonymousId: 'visitor-of-mia' })
    await app.send('/v1/shown', { ...shown, userId: 'jonas' })

    const erasure = await erase(app, 'mia')
    expect(erasure).toEqual({
      userId: 'mia',
      completed: true,
      erasedAt: new Date(testStart).toISOString(),
      removed: {
        events: 4,
        anonymousIds: 1,
        surveyResponses: 1,
        impressions: 1,
        rejectedMessages: 1,
        supportRequests: 0,
        mails: 0,
      },
    })
    expect(await rowsWith(app.services.database, 'mia')).toEqual([])
    expect((await rowsWith(app.services.database, 'jonas')).sort()).toEqual([
      'daily_users',
      'events',
      'impressions',
      'users',
    ])
    expect(await app.read('/v1/accounts/linde')).toMatchObject({ name: 'Linde' })
    await expectRollups(app.services.database, ['event_totals', 'daily_events', 'daily_users', 'users'])
  })

  test('takes away any number of answers, impressions and refused messages, some at a time', async () => {
    const app = await createTestApp()
    const { database } = app.services
    await send(app, [track('j1', { userId: 'jonas' })])
    await send(app, [{ type: 'identify', messageId: 'i', userId: 'mia', anonymousId: 'visitor' }])
    const many = `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 2500)`
    const who = `iif(n % 2, 'user:mia', 'anonymous:visitor')`
    await database.write([
      'UPDATE accounts SET scored_revision = revision',
      `${many} INSERT INTO survey_responses (id, submission_id, survey, subject, account_id, answers, completed, created_at,
        updated_at) SELECT n, n, 'nps', ${who}, iif(n = 2000, 'linde', NULL), '{}', 1, 0, 0 FROM numbers`,
      `${many} INSERT INTO impressions (id, subject, kind, target, action, at)
        SELECT n, ${who}, 'survey', 'nps', 'shown', 0 FROM numbers`,
      `${many} INSERT INTO rejected_messages (id, received_at, detail, payload, user_id, anonymous_id)
        SELECT n, 0, '', '', iif(n % 2, 'mia', NULL), 'visitor' FROM numbers`,
    ])
    const { write } = database
    const changed: number[] = []
    database.write = async (statements) => {
      const results = await write(statements)
      changed.push(...results.map(({ rowsAffected }) => rowsAffected))
      return results
    }
    expect((await erase(app, 'mia')).removed).toEqual({
      events: 1,
      anonymousIds: 1,
      surveyResponses: 2500,
      impressions: 2500,
      rejectedMessages: 2500,
      supportRequests: 0,
      mails: 0,
    })
    expect(Math.max(...changed)).toBeLessThanOrEqual(1000)
    const [unscored] = await database.read(['SELECT id FROM accounts WHERE revision > scored_revision'])
    expect(unscored?.rows.map(({ id }) => id)).toEqual(['linde'])
  })

  test('makes the account be scored anew', async () => {
    const app = await createTestApp()
    await send(app, [track('m1')])
    const unscored = async () =>
      (await app.services.database.read(['SELECT id FROM accounts WHERE revision > scored_revision']))[0]?.rows.length
    await app.services.database.write(['UPDATE accounts SET scored_revision = revision'])
    await erase(app, 'mia')
    expect(await unscored()).toBe(1)
  })

  test('gives the first time of an event to who was next', async () => {
    const app = await createTestApp()
    const at = (hour: number) => ({ timestamp: `2026-03-01T0${hour}:00:00.000Z` })
    await send(app, [
      track('m1', at(1)),
      track('j1', { userId: 'jonas', ...at(3) }),
      track('j2', { userId: 'jonas', ...at(2) }),
      track('j3', { userId: 'jonas', event: 'signed_in', ...at(1) }),
      track('m2', { event: 'signed_in', ...at(2) }),
    ])
    await erase(app, 'mia')
    const [totals] = await app.services.database.read([
      'SELECT event, first_at, count FROM event_totals ORDER BY event',
    ])
    expect(totals?.rows.map((row) => ({ ...row }))).toEqual([
      { event: 'invoice_sent', first_at: Date.parse('2026-03-01T02:00:00.000Z'), count: 2 },
      { event: 'signed_in', first_at: Date.parse('2026-03-01T01:00:00.000Z'), count: 1 },
    ])
  })

  test('refuses for good what comes again from before, keeps nothing of it, and takes a new beginning', async () => {
    const app = await createTestApp()
    const before = new Date(testStart).toISOString()
    const known = { type: 'identify', messageId: 'i', userId: 'mia', anonymousId: 'visitor-of-mia', timestamp: before }
    const visit = track('v', { userId: undefined, anonymousId: 'visitor-of-mia', timestamp: before })
    const old = [track('m1', { timestamp: before }), known, visit]
    await send(app, old)
    await erase(app, 'mia')

    const late = await send(app, [...old, { type: 'track', userId: 'mia', event: 7, messageId: 'bad' }])
    expect(late).toMatchObject({ accepted: 0, duplicates: 0 })
    expect(late.rejected.map(({ detail }) => /erased/.test(detail))).toEqual([true, true, true, false])
    // Nothing is kept of a message that is refused because of the erasure, nor of one that arrived until then.
    expect(await rowsWith(app.services.database, 'mia')).toEqual([])

    app.clock.now += 1
    expect(await send(app, [track('m9')])).toMatchObject({ accepted: 1 })
    expect((await rowsWith(app.services.database, 'mia')).sort()).toEqual(['daily_users', 'events', 'users'])
    await expectRollups(app.services.database, ['event_totals', 'daily_events', 'daily_users', 'users'])
  })

  test('is told of in the answer, with what was taken, also where nothing can be kept of what is refused', async () => {
    const app = await createTestApp()
    await erase(app, 'mia')
    const { client } = app.services.database
    await client.execute('ALTER TABLE rejected_messages RENAME TO rejected_messages_away')
    const batch = [track('m1', { timestamp: new Date(testStart).toISOString() }), track('j1', { userId: 'jonas' })]
    expect(await send(app, batch)).toMatchObject({ accepted: 1, rejected: [{ index: 0, messageId: 'm1' }] })
    await client.execute('ALTER TABLE rejected_messages_away RENAME TO rejected_messages')
    const figures = await app.services.metrics.text()
    expect(figures).toContain('cairn_messages_accepted_total 1')
    expect(figures).toContain('cairn_messages_rejected_total{reason="erased"} 1')
  })

  test('is answered for somebody who is not known, whose waiting messages are refused, too', async () => {
    const app = await createTestApp()
    expect((await erase(app, 'mia')).removed).toMatchObject({ events: 0, anonymousIds: 0 })
    expect(await send(app, [track('m1')])).toMatchObject({ accepted: 0 })
  })

  test('that is cut off is ended later, and what they did meanwhile stays', async () => {
    const app = await createTestApp()
    const history = Array.from({ length: 25 }, (_, n) => track(`m${n}`))
    await send(app, history)
    const begun = await eraseUser(app.services, 'mia', { facts: 10 })
    expect(begun).toMatchObject({ completed: false, removed: { events: 10 } })
    app.clock.now += 1
    await send(app, [track('new')])

    expect(await finishErasures(app.services)).toBe(1)
    const [left] = await app.services.database.read(['SELECT message_id FROM events'])
    expect(left?.rows.map((row) => row['message_id'])).toEqual(['new'])
    await expectRollups(app.services.database, ['event_totals', 'daily_events', 'daily_users', 'users'])
    expect(await finishErasures(app.services)).toBe(0)
  })

  test('leaves it to a job to find out who was first in a large account, and says so', async () => {
    const app = await createTestApp()
    await send(app, [track('m1')])
    app.clock.now += 1
    await send(app, [track('j1', { userId: 'jonas' })])
    await app.services.database.client.execute({
      sql: `
        WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < 60000)
        INSERT INTO events (message_id, type, event, user_id, account_id, timestamp, received_at, properties, traits, context)
        SELECT 'n' || n, 'page', NULL, 'jonas', 'linde', :now, :now, '{}', '{}', '{}' FROM numbers`,
      args: { now: app.clock.now },
    })
    const asked = countReads(app)
    const response = await app.request('/v1/users/mia', {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${app.services.keys.secret}` },
    })
    expect(response.status).toBe(202)
    expect(await response.json()).toMatchObject({ completed: false, removed: { events: 1 } })
    expect(asked()).toBeLessThan(35)
    expect(await rowsWith(app.services.database, 'mia')).toEqual(['erasures'])

    expect(await finishErasures(app.services)).toBe(1)
    expect(await rowsWith(app.services.database, 'mia')).toEqual([])
    await expectRollups(app.services.database, ['event_totals', 'daily_events'])
  })

  test('while they and others are sending leaves only what came after, with its counts', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    let sent = 0
    const some = () =>
      Array.from({ length: 20 }, () => {
        sent += 1
        app.clock.now += 1
        return track(`m${sent}`, { userId: sent % 2 ? 'mia' : 'jonas', event: sent % 3 ? 'invoice_sent' : 'signed_in' })
      })
    for (let n = 0; n < 5; n++) await send(app, some())
    const sending = Array.from({ length: 30 }, () => send(app, some()))
    const [erasure] = await Promise.all([erase(app, 'mia'), ...sending])
    const facts = await app.services.database.client.execute({
      sql: "SELECT sum(timestamp <= ? AND user_id = 'mia') AS old, sum(user_id = 'jonas') AS others FROM events",
      args: [Date.parse(erasure.erasedAt)],
    })
    expect({ ...facts.rows[0] }).toEqual({ old: 0, others: sent / 2 })
    await expectRollups(app.services.database, ['event_totals', 'daily_events', 'daily_users', 'users'])
  })
})

describe('whatever happened, and however often the erasure is cut off,', () => {
  const batches = fc.array(fc.array(message, { maxLength: 8 }), { minLength: 1, maxLength: 4 })
  const kept = async (app: TestApp) => {
    const results = await app.services.database.read([
      'SELECT subject, event, first_at, count FROM event_totals ORDER BY 1, 2',
      'SELECT * FROM daily_events ORDER BY 1, 2, 3',
      'SELECT * FROM daily_users ORDER BY 1, 2, 3',
      'SELECT id, account_id, traits, first_seen_at, last_seen_at FROM users ORDER BY id',
      'SELECT anonymous_id, user_id FROM visitors ORDER BY 1',
    ])
    return results.map(({ rows }) => rows.map((row) => ({ ...row })))
  }

  test('all counts are those of the facts that are left', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    await fc.assert(
      fc.asyncProperty(batches, batches, fc.nat(5), async (sent, later, facts) => {
        await forgetAll(app)
        app.clock.now = testStart
        await sendAll(app, sent)
        await eraseUser(app.services, 'mia', { facts })
        await sendAll(app, [...later, ...sent])
        await finishErasures(app.services)
        await expectRollups(app.services.database, ['event_totals', 'daily_events', 'daily_users', 'users'])
        const [left] = await app.services.database.read(["SELECT 1 FROM events WHERE user_id = 'mia'"])
        expect(left?.rows).toHaveLength(0)
      }),
      { numRuns: 100 },
    )
  })

  test('all is as if they had never been there', async () => {
    const app = await createTestApp({ RATE_LIMIT: '0' })
    // Visitors of their own: else a visitor whom they were first would have turned out to be another.
    const own = message.map((one) => {
      const { said } = one
      const isMia = 'userId' in said.who && said.who.userId === 'mia'
      const visitor = (id: string) => `${isMia ? 'mia' : 'jonas'}-${id}`
      const who = 'anonymousId' in said.who ? { ...said.who, anonymousId: visitor(said.who.anonymousId) } : said.who
      const ids = said.type === 'alias' ? { previousId: visitor(said.previousId) } : {}
      return { isMia, message: { ...one, said: { ...said, ...ids, who } } as typeof one }
    })
    await fc.assert(
      fc.asyncProperty(fc.array(own, { maxLength: 20 }), async (all) => {
        await forgetAll(app)
        await sendAll(
          app,
          all.filter(({ isMia }) => !isMia).map(({ message: one }) => [one]),
        )
        const without = await kept(app)
        await forgetAll(app)
        await sendAll(
          app,
          all.map(({ message: one }) => [one]),
        )
        await eraseUser(app.services, 'mia')
        expect(await kept(app)).toEqual(without)
      }),
      { numRuns: 60 },
    )
  })
})
