import { describe, expect, test } from 'vitest'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { expireFacts } from '../../api/retention/expire-facts.ts'
import { oldestKept } from '../../api/retention/oldest-kept.ts'
import { countReads } from '../support/count-reads.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { plansOf } from '../support/plans-of.ts'

const day = 24 * 60 * 60 * 1000
const ago = (days: number) => ({ timestamp: new Date(testStart - days * day).toISOString() })

async function send(app: TestApp, batch: object[]) {
  const response = await app.send('/v1/batch', { batch })
  expect(response.status).toBe(200)
  return (await response.json()) as { accepted: number; rejected: { detail: string }[] }
}

const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  messageId,
  userId: 'mia',
  event: 'student_created',
  context: { groupId: 'linde' },
  ...more,
})

const column = async (app: TestApp, sql: string) =>
  (await app.services.database.read([sql]))[0]?.rows.map((row) => Object.values({ ...row })[0])

/** Puts in facts without the work of ingest: `age` is SQL that says how many days ago the n-th of them happened. */
async function fill({ services, clock }: TestApp, count: number, age: string): Promise<void> {
  await services.database.client.execute({
    sql: `
      WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
      INSERT INTO events (message_id, type, timestamp, received_at, properties, traits, context)
      SELECT hex(randomblob(16)), 'page', :now - ${day} * (${age}), :now, '{}', '{}', '{}' FROM numbers`,
    args: { count, now: clock.now },
  })
}

describe('the daily pass over facts', () => {
  const kept = async (app: TestApp) => (await column(app, 'SELECT count(*) FROM events'))?.[0]

  test('looks only at those that may be too old, and at those that are new', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    await fill(app, 100_000, '20 - n / 10000')
    expect(await expireFacts(app.services)).toBe(0)
    await fill(app, 1, '25')
    await fill(app, 6000, '0')

    const asked = countReads(app)
    expect(await expireFacts(app.services)).toBe(0)
    expect(asked()).toBeLessThanOrEqual(5)
    app.clock.now += 6 * day
    expect(await expireFacts(app.services)).toBe(1)
    expect(asked()).toBeLessThanOrEqual(11)
    app.clock.now += 5 * day
    expect(await expireFacts(app.services)).toBe(10_000)
    expect(asked()).toBeLessThanOrEqual(22)
    expect(await kept(app)).toBe(96_000)
  })

  test('takes what is too old and nothing else, in whatever order it happened and arrived', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    const { client } = app.services.database
    for (let pass = 0; pass < 12; pass += 1) {
      // Mixed ages in most stretches, some of one age, and some that come to nothing.
      await fill(app, 1000 + 700 * pass, pass % 3 === 0 ? '29' : 'abs(random()) % 30')
      if (pass % 4 === 1) await client.execute('DELETE FROM events WHERE id % 7 = 0')
      app.clock.now += 4 * day
      const before = Number(await kept(app))
      const [old] = (await column(
        app,
        `SELECT count(*) FROM events WHERE timestamp < ${oldestKept(app.services.settings, app.clock.now)}`,
      ))!
      expect(old).toBeGreaterThan(0)
      expect(await expireFacts(app.services)).toBe(old)
      expect(await kept(app)).toBe(before - Number(old))
    }
    app.clock.now += 31 * day
    await expireFacts(app.services)
    expect(await kept(app)).toBe(0)
    expect(await column(app, 'SELECT last_id FROM fact_stretches')).toEqual([])
  })
})

describe('with RETENTION_DAYS', () => {
  test('what is older goes, with its counts by day, and the rest stays right', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    await send(app, [track('a', ago(29)), track('b', ago(5)), track('c')])
    app.clock.now += 10 * day
    expect(await expireFacts(app.services)).toBe(1)
    expect(await column(app, 'SELECT message_id FROM events')).toEqual(['b', 'c'])
    await expectRollups(app.services.database, ['daily_events', 'daily_users'])
    expect(await expireFacts(app.services)).toBe(0)
  })

  test('onboarding keeps its progress, and people their traits', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    await send(app, [
      { type: 'group', userId: 'mia', groupId: 'linde', traits: { segment: 'school', name: 'Linde' } },
      { type: 'identify', userId: 'mia', traits: { name: 'Mia' } },
      track('a'),
    ])
    const before = await app.read<Page<Enrolment>>('/v1/accounts/linde/onboarding')
    app.clock.now += 40 * day
    expect(await expireFacts(app.services)).toBe(3)
    const after = await app.read<Page<Enrolment>>('/v1/accounts/linde/onboarding')
    expect(after.data[0]?.completedSteps).toEqual(before.data[0]?.completedSteps)
    expect(await app.read('/v1/users/mia')).toMatchObject({ accountId: 'linde', traits: { name: 'Mia' } })
    expect(await app.read('/v1/accounts/linde/traits')).toMatchObject({
      data: [
        { trait: 'segment', value: 'school', messageId: null },
        { trait: 'name', value: 'Linde', messageId: null },
      ],
    })
  })

  test('what is older is refused when it arrives, so that nothing comes back', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    const old = track('a', ago(29))
    expect(await send(app, [old])).toMatchObject({ accepted: 1 })
    app.clock.now += 10 * day
    await expireFacts(app.services)
    const { accepted, rejected } = await send(app, [old, track('b', ago(19))])
    expect(accepted).toBe(1)
    expect(rejected).toMatchObject([
      { index: 0, detail: 'It happened before 2026-02-10: what is older is not kept here (RETENTION_DAYS).' },
    ])
    expect(await column(app, 'SELECT reason FROM rejected_messages')).toEqual(['too_old'])
  })

  test('answers go, and who was asked, but nobody is asked again too early', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    const nps = app.services.definitions.surveys.find(({ id }) => id === 'nps')
    const answers = { submissionId: 's', userId: 'mia', answers: { score: 9 }, completed: true }
    await app.send('/v1/shown', { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown' })
    await app.send('/v1/surveys/nps/responses', answers)
    await app.send('/v1/shown', { userId: 'mia', kind: 'checklist', id: 'school', action: 'dismissed' })
    // Of a survey that is no longer defined; the second was given again later.
    await app.services.database.write([
      {
        sql: `INSERT INTO survey_responses (id, submission_id, survey, subject, answers, completed, created_at, updated_at)
          VALUES ('a', 'a', 'gone', 'user:noe', '{}', 1, :at, :at), ('b', 'b', 'gone', 'user:kim', '{}', 1, :at, :later)`,
        args: { at: testStart, later: testStart + 20 * day },
      },
    ])
    const left = async () => [
      await column(app, 'SELECT survey FROM survey_responses ORDER BY survey'),
      await column(app, 'SELECT target FROM impressions ORDER BY id'),
    ]
    app.clock.now += 40 * day
    await expireFacts(app.services)
    expect(await left()).toEqual([
      ['gone', 'nps'],
      ['nps', 'school'],
    ])
    app.clock.now = testStart + (Math.max(30, nps?.repeatAfterDays ?? 0) + 2) * day
    await expireFacts(app.services)
    expect(await left()).toEqual([[], ['school']])
  })

  test('answers and who was asked are found by their age, however many are kept', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    const plans = await plansOf(app, () => expireFacts(app.services))
    const steps = plans.filter((step) => /(SCAN|SEARCH) (survey_responses|given|impressions|shown)\b/.test(step))
    expect(steps.filter((step) => !step.includes('id=?'))).toEqual([
      'SEARCH survey_responses USING COVERING INDEX survey_responses_survey',
      'SEARCH survey_responses USING COVERING INDEX survey_responses_survey (survey>?)',
      'SEARCH given USING INDEX survey_responses_survey (survey=? AND created_at<?)',
      'SEARCH impressions USING COVERING INDEX impressions_target (kind=?)',
      'SEARCH impressions USING COVERING INDEX impressions_target (kind=? AND target>?)',
      'SEARCH shown USING INDEX impressions_target (kind=? AND target=? AND at<?)',
    ])
  })

  test('tombstones go when the age of a message is enough to refuse it', async () => {
    const app = await createTestApp({ RETENTION_DAYS: '30' })
    await app.services.database.write([
      {
        sql: "INSERT INTO tombstones VALUES ('old', :old), ('new', :new)",
        args: { old: testStart - 32 * day, new: testStart },
      },
    ])
    await expireFacts(app.services)
    expect(await column(app, 'SELECT subject_hash FROM tombstones')).toEqual(['new'])
  })
})

test('without it everything is kept, however old', async () => {
  const app = await createTestApp()
  expect(await send(app, [track('a', ago(5000))])).toMatchObject({ accepted: 1 })
  app.clock.now += 5000 * day
  expect(await expireFacts(app.services)).toBe(0)
  expect(await column(app, 'SELECT message_id FROM events')).toEqual(['a'])
})
