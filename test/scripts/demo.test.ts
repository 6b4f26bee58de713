import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Account } from '../../api/contract/accounts.ts'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Page } from '../../api/contract/pagination.ts'
import type { NpsResults } from '../../api/contract/survey-results.ts'
import { bringInSample } from '../../scripts/demo/bring-in-sample.ts'
import { createRandom } from '../../scripts/demo/create-random.ts'
import { sampleCustomers } from '../../scripts/demo/sample-customers.ts'
import { schools } from '../../scripts/demo/schools.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'

const articles = join(import.meta.dirname, '../../content/articles/en')

it('makes up the same customers from the same seed, and others from another', () => {
  const make = (seed: string) => sampleCustomers({ seed, now: testStart })

  expect(make('roadbook')).toEqual(make('roadbook'))
  expect(make('roadbook').messages[0]).not.toEqual(make('another').messages[0])
})

it('draws evenly', () => {
  const { between } = createRandom('roadbook')
  const drawn = Array.from({ length: 10_000 }, () => between(0, 1))

  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...drawn)).toBeLessThan(1)
  expect(drawn.reduce((sum, value) => sum + value) / drawn.length).toBeCloseTo(0.5, 1)
})

it('tells of nothing that is yet to come, names everything once, and reads articles that exist', () => {
  const { messages, answers, votes, views } = sampleCustomers({ seed: 'roadbook', now: testStart })
  const ids = [...messages.map(({ messageId }) => messageId), ...votes.map(({ id }) => id)]

  expect(Math.max(...messages.map(({ timestamp }) => Date.parse(timestamp)))).toBeLessThan(testStart)
  expect(Math.max(...[...answers, ...votes].map(({ at }) => at))).toBeLessThan(testStart)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(answers.map(({ submissionId }) => submissionId)).size).toBe(answers.length)
  for (const { article } of views) expect(existsSync(join(articles, `${article}.md`)), article).toBe(true)
})

async function countRows({ services }: TestApp): Promise<Record<string, number>> {
  const tables = ['events', 'survey_responses', 'impressions', 'article_feedback', 'health_history']
  const counts = [
    ...tables.map((table) => `SELECT count(*) AS count FROM ${table}`),
    'SELECT sum(count) AS count FROM article_views',
    'SELECT sum(count) AS count FROM daily_events',
  ]
  const results = await services.database.client.batch(counts, 'read')
  return Object.fromEntries(
    results.map(({ rows }, place) => [String(tables[place] ?? counts[place]), Number(rows[0]?.['count'])]),
  )
}

it('goes on after an interruption, adds nothing the second time, and shows each life as what it is', async () => {
  const app = await createTestApp()
  const { services, read } = app
  const sample = sampleCustomers({ seed: 'roadbook', now: testStart })
  let weeks = 0
  const interrupt = (): void => {
    if (++weeks === 5) throw new Error('interrupted')
  }

  await expect(bringInSample(services, interrupt)).rejects.toThrow('interrupted')
  app.clock.now += 3_600_000
  await bringInSample(services, () => {})
  const counts = await countRows(app)
  await bringInSample(services, () => {})

  expect(await countRows(app)).toEqual(counts)
  expect(counts).toMatchObject({
    events: sample.messages.length,
    impressions: sample.answers.length,
    survey_responses: sample.answers.filter(({ answers }) => answers !== null).length,
    article_feedback: sample.votes.length,
  })

  const accounts = await read<Page<Account>>('/v1/accounts?limit=100')
  const scores = (life: string) =>
    schools
      .filter((school) => school.life === life)
      .map(({ id }) => accounts.data.find((account) => account.id === id)?.score ?? NaN)
  expect(Math.min(...scores('champion'))).toBeGreaterThanOrEqual(80)
  expect(Math.min(...scores('healthy'))).toBeGreaterThanOrEqual(60)
  expect(Math.max(...scores('usage drop'))).toBeLessThan(60)
  expect(Math.max(...scores('payment failed'))).toBeLessThan(65)
  expect(Math.max(...scores('gone quiet'))).toBeLessThan(40)

  const stalled = schools.filter(({ life }) => life === 'stalled in onboarding')
  for (const { id } of stalled) {
    const { data } = await read<Page<Enrolment>>(`/v1/accounts/${id}/onboarding`)
    expect(data).toMatchObject([{ program: 'school-setup', status: 'stalled' }])
  }
  const nps = await read<NpsResults>('/v1/surveys/nps/results')
  expect(nps.sufficient).toBe(true)
  expect(nps.responses).toBeLessThan(nps.invited)
}, 60_000)
