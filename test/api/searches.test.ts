import { expect, test } from 'vitest'
import type { Page } from '../../api/contract/pagination.ts'
import type { SearchInsight } from '../../api/contract/searches.ts'
import { expireFacts } from '../../api/retention/expire-facts.ts'
import { cleanQuery } from '../../api/searches/clean-query.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { plansOf } from '../support/plans-of.ts'
import { workOf } from '../support/work-of.ts'

const day = 24 * 60 * 60 * 1000

async function search(app: TestApp, given: object): Promise<void> {
  const response = await app.send('/v1/searches', { query: 'qr bill', locale: 'en', results: 2, ...given })
  expect(response.status).toBe(200)
}
const insights = async (app: TestApp, query = '') =>
  (await app.read<Page<SearchInsight>>(`/v1/searches/insights?${query}`)).data
const queries = async (app: TestApp, query = '') => (await insights(app, query)).map((row) => row.query)

test('searches that differ in capitals and spaces are one, with what came of them', async () => {
  const app = await createTestApp()
  await search(app, { query: 'QR bill' })
  await search(app, { query: 'qr  BILL ', clicked: '/help/invoicing/send-invoice/?from=search#qr' })
  await search(app, { query: 'qr bill', clicked: 'invoicing/send-invoice' })
  await search(app, { query: 'Qr Bill', clicked: 'http://localhost:3000/contact/?x=1' })
  await search(app, { query: 'qr bill', locale: 'fr', results: 0 })
  const [first, second] = await insights(app)
  expect(first).toEqual({
    query: 'Qr Bill',
    locale: 'en',
    searches: 4,
    withoutAnswer: 0,
    withoutClick: 1,
    clicks: 3,
    clickShare: 0.75,
    clickShareInterval: { lower: expect.closeTo(0.3006, 4) as number, upper: expect.closeTo(0.9544, 4) as number },
    clicked: [
      { article: 'invoicing/send-invoice', count: 2 },
      { article: '/contact/', count: 1 },
    ],
  })
  expect(second).toMatchObject({ query: 'qr bill', locale: 'fr', withoutAnswer: 1, clickShare: 0, clicked: [] })
})

test('a search and the click that follows are one, and the first click stays', async () => {
  const app = await createTestApp()
  await search(app, { id: 's1' })
  await search(app, { id: 's1', clicked: 'invoicing/send-invoice' })
  await search(app, { id: 's1', clicked: 'invoicing/record-payment' })
  await search(app, { id: 's1' })
  await search(app, { id: 's1', query: 'something else', clicked: 'faq/all' })
  expect(await insights(app)).toMatchObject([
    { searches: 1, clicks: 1, clicked: [{ article: 'invoicing/send-invoice', count: 1 }] },
  ])
})

test('each list has what it is for, the most frequent first', async () => {
  const app = await createTestApp()
  await search(app, { query: 'opened', clicked: 'a/b' })
  for (const _ of [1, 2, 3]) await search(app, { query: 'left', results: 4 })
  for (const _ of [1, 2]) await search(app, { query: 'nothing', results: 0 })
  await search(app, { query: 'left', results: 0 })
  expect(await queries(app)).toEqual(['left', 'nothing', 'opened'])
  expect(await queries(app, 'show=unanswered')).toEqual(['nothing', 'left'])
  expect(await queries(app, 'show=unclicked')).toEqual(['left'])
})

test('a period and a language can be chosen, and without one it is the last 30 days', async () => {
  const app = await createTestApp()
  await search(app, { query: 'in winter' })
  app.clock.now += 40 * day
  await search(app, { query: 'lately' })
  await search(app, { query: 'récemment', locale: 'fr' })
  expect(await queries(app)).toEqual(['récemment', 'lately'])
  expect(await queries(app, 'locale=fr')).toEqual(['récemment'])
  expect(await queries(app, 'from=2026-03-01&to=2026-03-03')).toEqual(['in winter'])
  const tooLong = await app.request('/v1/searches/insights?from=2020-01-01', {
    headers: { Authorization: `Bearer ${app.services.keys.secret}` },
  })
  expect([tooLong.status, await tooLong.json()]).toMatchObject([422, { errors: [{ path: 'from' }] }])
})

test('insights come page by page, each search once', async () => {
  const app = await createTestApp()
  for (const query of ['a', 'b', 'c', 'd', 'e']) await search(app, { query })
  await search(app, { query: 'b' })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Page<SearchInsight> = await app.read(
      `/v1/searches/insights?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
    )
    seen.push(...page.data.map((row) => row.query))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(['b', 'e', 'd', 'c', 'a'])
})

test.each([
  ['invoice for mia.keller@linde.ch please', 'invoice for [email] please'],
  ['MIA@LINDE', '[email]'],
  ['079 555 12 34 does not ring', '[number] does not ring'],
  ['CH93 0076 2011 6238 5295 7', 'CH[number]'],
  ['756.1234.5678.97', '[number]'],
  ['079\u00a0555\u202f12 34, and what now\u202f?', '[number], and what now ?'],
  ['error 500404', 'error 500404'],
  ['plans of 2026 and 2027', 'plans of 2026 and 2027'],
  ['٠١٢٣٤٥٦٧', '[number]'],
])('what may name a person is not stored: %s', async (typed, kept) => {
  expect(cleanQuery(typed)).toBe(kept)
  const app = await createTestApp()
  await search(app, { query: typed })
  const [rows] = await app.services.database.read(['SELECT * FROM searches'])
  expect(rows?.rows.map((row) => ({ ...row }))).toEqual([
    {
      id: expect.any(String) as string,
      query: kept,
      normalised: kept.toLowerCase(),
      locale: 'en',
      results: 2,
      clicked: null,
      created_at: app.clock.now,
    },
  ])
})

test('a text of the greatest length is cleaned at once, whatever it is made of', async () => {
  for (const part of ['1', '1 ', '1-', 'a@', '@', 'a.', '(1']) {
    expect(await workOf(() => cleanQuery(part.repeat(500)))).toBeLessThan(50)
  }
})

test('a search without words or with a count that is none is refused', async () => {
  const app = await createTestApp()
  for (const wrong of [
    { query: '  ' },
    { results: -1 },
    { results: 1.5 },
    { query: 'a'.repeat(501) },
    { locale: '!' },
  ]) {
    expect((await app.send('/v1/searches', { query: 'q', results: 1, ...wrong })).status).toBe(422)
  }
})

test('insights are counted from a stretch of an index, and what is old is found by its age', async () => {
  const app = await createTestApp({ RETENTION_DAYS: '30' })
  await search(app, { clicked: 'a/b' })
  const reads = await plansOf(app, () => insights(app, 'show=unanswered&locale=en'))
  expect(reads.filter((step) => /(SCAN|SEARCH) (searches|shown)\b/.test(step))).toEqual([
    'SEARCH searches USING COVERING INDEX searches_period (created_at>? AND created_at<?)',
    'SEARCH shown USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH searches USING COVERING INDEX searches_period (created_at>? AND created_at<?)',
  ])
  const steps = await plansOf(app, () => expireFacts(app.services))
  expect(steps.filter((step) => /(SCAN|SEARCH) searches\b/.test(step))).toEqual([
    'SEARCH searches USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH searches USING COVERING INDEX searches_period (created_at<?)',
  ])
})

test('searches go by their age', async () => {
  const app = await createTestApp({ RETENTION_DAYS: '30' })
  await search(app, { query: 'old' })
  app.clock.now += 20 * day
  await search(app, { query: 'new' })
  app.clock.now += 20 * day
  await expireFacts(app.services)
  expect(await queries(app, 'from=2026-03-01')).toEqual(['new'])
})
