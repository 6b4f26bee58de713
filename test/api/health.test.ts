import { describe, expect, test } from 'vitest'
import type { Account } from '../../api/contract/accounts.ts'
import type { Health, HealthPoint } from '../../api/contract/health.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { recomputeChanged } from '../../api/health/recompute.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'

const day = 86_400_000
const paying = { segment: 'school', payment_status: 'current', plan_fit: 'right_sized', contract_ends_at: '2027-01-01' }

async function send(app: TestApp, ...batch: object[]): Promise<void> {
  const messages = batch.map((message) => ({ userId: 'mia', context: { groupId: 'linde' }, ...message }))
  expect((await app.send('/v1/batch', { batch: messages })).status).toBe(200)
}
const track = (event: string) => ({ type: 'track', event })
const group = (traits: object) => ({ type: 'group', groupId: 'linde', traits })
const health = (app: TestApp) => app.read<Health>('/v1/accounts/linde/health')
const measure = (of: Health, name: string) =>
  of.components.flatMap((component) => component.measures).find((candidate) => candidate.name === name)

async function recompute(app: TestApp): Promise<number> {
  app.clock.now += 1
  return recomputeChanged(app.services)
}

describe("an account's health", () => {
  test('has no score where too little is known, and shows its components all the same', async () => {
    const app = await createTestApp()
    await send(app, group({ segment: 'school' }))
    const result = await health(app)
    expect(result).toMatchObject({ scorecard: 'vectra', score: null, band: null, trend: null })
    expect(result.coverage).toBeLessThan(0.5)
    expect(measure(result, 'payment_status')).toMatchObject({ value: null, score: null, status: 'missing' })
  })

  test('is derived from events, traits and answers', async () => {
    const app = await createTestApp()
    await send(app, group(paying), ...Array.from({ length: 20 }, () => track('signed_in')))
    await send(app, track('student_created'), track('lesson_booked'), track('lesson_booked'), track('invoice_sent'))
    await app.send('/v1/surveys/nps/responses', {
      submissionId: 's1',
      userId: 'mia',
      answers: { score: 9 },
      completed: true,
    })
    const result = await health(app)
    expect(measure(result, 'logins_monthly')).toMatchObject({ value: 20, score: 8, status: 'known' })
    expect(measure(result, 'features_used')).toMatchObject({ value: 3, score: 5 })
    expect(measure(result, 'meetings_booked')).toMatchObject({ value: 2, score: 5 })
    expect(measure(result, 'mom_growth')).toMatchObject({ value: null, status: 'missing' })
    expect(measure(result, 'nps')).toMatchObject({ value: 9, score: 5 })
    expect(measure(result, 'ticket_state')).toMatchObject({ value: 'none', score: 5 })
    expect(measure(result, 'contract_days_remaining')).toMatchObject({ value: 304, score: 5 })
    expect(result.score).toBeTypeOf('number')
    expect(result.band).toBe('Healthy')
  })

  test('looks back 30 days of the calendar, today included', async () => {
    const app = await createTestApp()
    await send(app, group(paying), track('signed_in'))
    app.clock.now += 29 * day
    expect(measure(await health(app), 'logins_monthly')?.value).toBe(1)
    app.clock.now += day
    expect(measure(await health(app), 'logins_monthly')?.value).toBe(0)
  })

  test('takes a trait with an impossible value for missing, and says what is wrong with it', async () => {
    const app = await createTestApp()
    await send(app, group({ ...paying, payment_status: 'perhaps' }))
    expect(measure(await health(app), 'payment_status')).toMatchObject({
      value: null,
      status: 'missing',
      problem: 'Must be one of failed, past_due, current.',
    })
  })

  test('asks for a scorecard that exists, and for an account that does', async () => {
    const app = await createTestApp()
    await send(app, group(paying))
    await expect(app.read('/v1/accounts/linde/health?scorecard=none')).rejects.toThrow('answered 404')
    await expect(app.read('/v1/accounts/nobody/health')).rejects.toThrow('There is no account \\"nobody\\"')
  })
})

describe('recomputing', () => {
  test('happens to accounts that facts arrived for, once', async () => {
    const app = await createTestApp()
    await send(app, group(paying), track('signed_in'))
    expect(await recompute(app)).toBe(1)
    expect(await recompute(app)).toBe(0)
    const { data } = await app.read<Page<Account>>('/v1/accounts')
    expect(data[0]).toMatchObject({ id: 'linde', score: (await health(app)).score, band: (await health(app)).band })
  })

  test('keeps the last score of each day, and tells a trend from the day before', async () => {
    const app = await createTestApp()
    await send(app, group(paying))
    await recompute(app)
    app.clock.now += day
    await send(
      app,
      ...Array.from({ length: 21 }, () => track('signed_in')),
      ...Array.from({ length: 6 }, () => track('lesson_booked')),
    )
    await recompute(app)
    const { data } = await app.read<Page<HealthPoint>>('/v1/accounts/linde/health/history')
    expect(data.map((point) => point.day)).toEqual(['2026-03-03', '2026-03-02'])
    expect(data[0]?.score).toBeGreaterThan((data[1]?.score ?? 100) + 5)
    expect(await health(app)).toMatchObject({ trend: 'up' })
  })

  test('of everybody scores what has grown old without a new fact', async () => {
    const app = await createTestApp()
    await send(app, group(paying), ...Array.from({ length: 21 }, () => track('signed_in')))
    await recompute(app)
    const before = (await app.read<Account>('/v1/accounts/linde')).score ?? 0
    app.clock.now += 40 * day
    expect(await app.read('/v1/health/recompute', {})).toEqual({ accounts: 1 })
    expect((await app.read<Account>('/v1/accounts/linde')).score).toBeLessThan(before)
  })
})

describe('the list and the account', () => {
  test('agree about the score, also of somebody who answers for two accounts', async () => {
    const app = await createTestApp()
    for (const account of ['one', 'two']) {
      await app.send('/v1/group', { userId: 'mia', groupId: account, traits: paying })
      const answer = {
        submissionId: account,
        userId: 'mia',
        accountId: account,
        answers: { score: 9 },
        completed: true,
      }
      await app.send('/v1/surveys/nps/responses', answer)
    }
    await recompute(app)
    for (const { id, score } of (await app.read<Page<Account>>('/v1/accounts')).data) {
      expect([id, score]).toEqual([id, (await app.read<Health>(`/v1/accounts/${id}/health`)).score])
    }
  })
})

describe('scoring given measures', () => {
  test('stores nothing and says what it was made from', async () => {
    const app = await createTestApp()
    const measures = { logins_monthly: 21, features_used: 9, payment_status: 'current', meetings_booked: 6, nps: null }
    const result = await app.read<Health>('/v1/health/score', { scorecard: 'vectra', measures })
    expect(result).toMatchObject({ scorecard: 'vectra', coverage: 0.4, score: null })
    expect((await app.read<Page<Account>>('/v1/accounts')).data).toEqual([])
  })

  test('names each measure that is wrong', async () => {
    const app = await createTestApp()
    const response = await app.request('/v1/health/score', {
      method: 'POST',
      headers: { Authorization: `Bearer ${app.services.keys.secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        scorecard: 'vectra',
        measures: { nps: 11, payment_status: 'late', luck: 1, features_used: -1 },
      }),
    })
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'measures.features_used',
      'measures.luck',
      'measures.nps',
      'measures.payment_status',
    ])
  })
})

describe('the list of accounts', () => {
  test('is filtered, sorted and paged, with what is not known at the end', async () => {
    const app = await createTestApp()
    for (const [id, name, mrr] of [
      ['a', 'Zebra', 10],
      ['b', 'apple', 30],
      ['c', 'Mango', 20],
    ] as const) {
      await app.send('/v1/group', { userId: `user-${id}`, groupId: id, traits: { name, mrr, segment: 'school' } })
    }
    await app.send('/v1/group', { userId: 'x', groupId: 'd', traits: { name: '100%', segment: 'other' } })
    const names = async (query: string) =>
      (await app.read<Page<Account>>(`/v1/accounts?${query}`)).data.map((account) => account.name)
    expect(await names('sort=name')).toEqual(['100%', 'apple', 'Mango', 'Zebra'])
    expect(await names('sort=-mrr&segment=school')).toEqual(['apple', 'Mango', 'Zebra'])
    expect(await names('sort=-mrr')).toEqual(['apple', 'Mango', 'Zebra', '100%'])
    expect(await names('sort=mrr')).toEqual(['Zebra', 'Mango', 'apple', '100%'])
    expect(await names('q=AN')).toEqual(['Mango'])
    expect(await names('q=%25')).toEqual(['100%'])
    await recompute(app)
    expect(await names('sort=name')).toEqual(['100%', 'apple', 'Mango', 'Zebra'])
    const first = await app.read<Page<Account>>('/v1/accounts?sort=-score&limit=3')
    const second = await app.read<Page<Account>>(`/v1/accounts?sort=-score&limit=3&cursor=${first.nextCursor}`)
    expect([...first.data, ...second.data].map((account) => account.id).sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('finds names without their accents and capitals, and goes on past the longest', async () => {
    const app = await createTestApp()
    const long = 'é'.repeat(300)
    for (const [id, name] of [
      ['a', 'Élan'],
      ['b'.repeat(200), long],
      ['c'.repeat(200), long],
    ] as const) {
      await app.send('/v1/group', { userId: 'mia', groupId: id, traits: { name } })
    }
    await recompute(app)
    for (const q of ['élan', 'ELAN', 'Élan', 'lan']) {
      const found = await app.read<Page<Account>>(`/v1/accounts?q=${encodeURIComponent(q)}`)
      expect([q, found.data.map((account) => account.id)]).toEqual([q, ['a']])
    }
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<Account> = await app.read(`/v1/accounts?limit=1${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.data.map((account) => account.id.slice(0, 1)))
      cursor = page.nextCursor
    }
    expect(seen.sort()).toEqual(['a', 'b', 'c'])
  })
})
