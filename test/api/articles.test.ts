import { expect, test } from 'vitest'
import type { ArticleInsight, PopularArticles } from '../../api/contract/articles.ts'
import type { Page } from '../../api/contract/pagination.ts'
import { createTestApp } from '../support/create-test-app.ts'

test('feedback and views add up by article and language, those that helped least first', async () => {
  const app = await createTestApp()
  const vote = (given: object) => app.send('/v1/feedback', { article: 'planning/conflicts', ...given })
  await vote({ helpful: true })
  await vote({ helpful: false, reason: 'unclear', comment: 'Which one wins?' })
  await vote({ helpful: false, reason: 'unclear' })
  await vote({ helpful: true, article: 'students/create-student' })
  await vote({ helpful: true, locale: 'fr' })
  for (const _ of [1, 2, 3]) await app.send('/v1/article-views', { article: 'planning/conflicts' })

  for (const _ of [1, 2]) await app.send('/v1/article-contacts', { article: 'planning/conflicts' })

  const { data } = await app.read<Page<ArticleInsight>>('/v1/articles/insights')
  expect(data[0]).toEqual({
    article: 'planning/conflicts',
    locale: 'en',
    views: 3,
    contacted: 2,
    helpful: 1,
    notHelpful: 2,
    helpfulShare: 1 / 3,
    helpfulShareInterval: { lower: expect.closeTo(0.0615, 4) as number, upper: expect.closeTo(0.7923, 4) as number },
    reasons: [{ reason: 'unclear', count: 2 }],
    comments: [{ at: '2026-03-02T08:00:00.000Z', helpful: false, reason: 'unclear', comment: 'Which one wins?' }],
  })
  expect(data.map(({ article, locale }) => `${locale} ${article}`).sort()).toEqual([
    'en planning/conflicts',
    'en students/create-student',
    'fr planning/conflicts',
  ])
})

test('what is opened most in a language is listed for its pages, where it was opened often enough to say so', async () => {
  const app = await createTestApp()
  const open = async (article: string, times: number, locale = 'en') => {
    for (let time = 0; time < times; time++) await app.send('/v1/article-views', { article, locale })
  }
  const popular = async (locale: string) => {
    const answer = await app.request(`/v1/articles/popular?locale=${locale}`, {
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.headers.get('cache-control')).toBe('private, max-age=600')
    return ((await answer.json()) as PopularArticles).articles
  }
  await open('planning/long-ago', 9)
  app.clock.now = Date.parse('2026-04-10T08:00:00Z')
  await open('planning/conflicts', 5)
  await open('students/create-student', 7)
  await open('account/cancel', 4)
  await open('planning/conflicts', 6, 'fr')
  expect(await popular('en')).toEqual(['students/create-student', 'planning/conflicts'])
  expect(await popular('fr')).toEqual(['planning/conflicts'])
  expect(await popular('de')).toEqual([])

  await open('account/cancel', 9)
  expect(await popular('en')).toHaveLength(2)
  app.clock.now += 11 * 60 * 1000
  expect(await popular('en')).toEqual(['account/cancel', 'students/create-student', 'planning/conflicts'])
})

test('whoever asks for what is opened most, in ever other languages, makes the table be read once', async () => {
  const app = await createTestApp()
  const { mayLag } = app.services.database
  const { read } = mayLag
  let reads = 0
  mayLag.read = (statements) => {
    reads += 1
    return read(statements)
  }
  for (const locale of ['en', 'fr', 'de', 'xx', 'xx-YY']) {
    await app.request(`/v1/articles/popular?locale=${locale}`, { headers: { 'Sec-Fetch-Site': 'same-origin' } })
  }
  expect(reads).toBe(1)
})

test('a vote and the reason that follows are one', async () => {
  const app = await createTestApp()
  const vote = { id: 'vote-1', article: 'planning/conflicts', helpful: false }
  await app.send('/v1/feedback', vote)
  await app.send('/v1/feedback', { ...vote, reason: 'out-of-date', comment: '  The button moved.  ' })
  await app.send('/v1/feedback', vote)
  const { data } = await app.read<Page<ArticleInsight>>('/v1/articles/insights')
  expect(data).toMatchObject([
    { notHelpful: 1, reasons: [{ reason: 'out-of-date', count: 1 }], comments: [{ comment: 'The button moved.' }] },
  ])
})

test('an article that is only read has no share, which is not zero', async () => {
  const app = await createTestApp()
  await app.send('/v1/article-views', { article: 'faq' })
  const { data } = await app.read<Page<ArticleInsight>>('/v1/articles/insights')
  expect(data).toMatchObject([{ article: 'faq', views: 1, helpfulShare: null, helpfulShareInterval: null }])
})

test('insights come page by page, each article once', async () => {
  const app = await createTestApp()
  for (const article of ['a', 'b', 'c']) await app.send('/v1/article-views', { article })
  const first = await app.read<Page<ArticleInsight>>('/v1/articles/insights?limit=2')
  const second = await app.read<Page<ArticleInsight>>(`/v1/articles/insights?limit=2&cursor=${first.nextCursor}`)
  expect([...first.data, ...second.data].map((row) => row.article).sort()).toEqual(['a', 'b', 'c'])
  expect(second.nextCursor).toBeNull()
})
