import { expect } from '@playwright/test'
import type { Page as Rows } from '../../api/contract/pagination.ts'
import type { SearchInsight } from '../../api/contract/searches.ts'
import { askServer } from '../support/ask-server.ts'
import { complaints, expectNoBarrier } from '../support/judge-page.ts'
import { testAlone as test } from '../support/server-fixture.ts'
import { signIn } from '../support/sign-in.ts'

test('what is looked for reaches the console, with what was opened and what was not found', async ({
  page,
  server,
}) => {
  const ask = askServer(server)
  const insights = async () => (await ask<Rows<SearchInsight>>('GET /v1/searches/insights')).data
  const requests: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/searches')) requests.push(request.postData() ?? '')
  })

  await test.step('a search counts once it has settled, and what is typed on the way does not', async () => {
    await page.goto('/search/')
    await page.getByRole('searchbox').pressSequentially('send an invoice', { delay: 30 })
    await expect(page.getByRole('list', { name: 'Search results' }).getByRole('listitem').first()).toBeVisible()
    await expect.poll(async () => (await insights()).map((row) => row.query)).toEqual(['send an invoice'])
    await page.getByRole('list', { name: 'Search results' }).getByRole('link').first().click()
    await expect(page).toHaveURL(/\/help\//)
    const { pathname } = new URL(page.url())
    await expect.poll(async () => (await insights())[0]?.clicks).toBe(1)
    const [row] = await insights()
    expect(row).toMatchObject({ searches: 1, clicked: [{ article: pathname.replace(/^\/help\/|\/$/g, ''), count: 1 }] })
  })

  await test.step('a page that is left at once has reported its search', async () => {
    await page.goto('/search/?q=zzzzqqq')
    await expect(page.getByText('No result for “zzzzqqq”')).toBeVisible()
    await page.goto('/')
    await expect.poll(async () => (await insights()).find((row) => row.query === 'zzzzqqq')?.withoutAnswer).toBe(1)
  })

  expect(await page.context().cookies()).toEqual([])
  for (const body of requests) {
    const names = Object.keys(JSON.parse(body) as object)
    expect(['id', 'query', 'locale', 'results', 'clicked']).toEqual(expect.arrayContaining(names))
  }

  await signIn(page, server.secretKey)
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 375],
  ] as const) {
    await test.step(`the console says so in ${scheme} at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: scheme })
      const seen = complaints(page)
      await page.goto('/console/#/searches')
      const row = page.getByRole('row', { name: /send an invoice/ })
      await expect(row).toContainText('100 % (21 % to 100 %)')
      await expectNoBarrier(page)
      await page.getByLabel('Which').selectOption('Without an answer')
      await expect(page.getByRole('row', { name: /zzzzqqq/ })).toBeVisible()
      await expect(row).toHaveCount(0)
      await page.getByLabel('Language').selectOption('')
      await page.goto('/console/#/searches?locale=xx')
      await expect(page.getByRole('heading', { name: 'Nobody has searched yet' })).toBeVisible()
      expect(seen).toEqual([])
    })
  }
})

test('a search for nothing offers what is read most, where enough is read to say so', async ({ page, server }) => {
  const ask = askServer(server)
  const popular = ['planning/conflicts', 'planning/book-lesson', 'account/cancel', 'invoicing/send-invoice']
  for (const [place, article] of popular.entries()) {
    for (let view = 0; view < 9 - place; view++)
      await ask('POST /v1/article-views', { article, locale: 'fr' }, server.writeKey)
  }
  await page.goto('/fr/search/')
  const read = page.getByRole('region', { name: 'Les plus lus' }).getByRole('link')
  const paths = popular.map((article) => `/fr/help/${article}/`)
  await expect.poll(() => read.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(paths)
  await page.goto('/search/')
  await expect(page.getByRole('region', { name: 'Start here' }).getByRole('link')).toHaveCount(4)
})
