import { expect, type Page } from '@playwright/test'
import { complaints, expectNoBarrier } from '../support/judge-page.ts'
import { testWith } from '../support/sample-fixture.ts'

const article = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`
const files = {
  'en/planning/_category.yaml': 'title: Planning\norder: 1\n',
  'en/planning/book.md': article('Book a lesson', 'See [how to move one](/help/planning/move/#back).'),
  'en/planning/move.md': article('Move a lesson', '![A week](./week.svg)\n\nFirst [book it](/help/planning/book/).'),
  'en/planning/week.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
  'en/support/contact.md': article('Contact us', 'A person answers.'),
  'ar/planning/book.md': article('حجز درس', 'اختر **حجز درس** ثم `npm start`.'),
  'de/planning/book.md': article('Eine Fahrstunde buchen', 'Wählen Sie **Buchen**.'),
}
const inFolder = Object.entries(files).map(([path, text]) => [`content/articles/${path}`, text] as const)
const test = testWith(Object.fromEntries(inFolder), { PUBLIC_URL: 'https://help.example' })

const notice = (page: Page) => page.getByText('Diesen Artikel gibt es noch nicht auf Deutsch')
const languagesOf = (page: Page) =>
  page.locator('link[hreflang]').evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')))
const robots = (page: Page) => page.locator('meta[name=robots]')

test('one article in a folder makes a help center in its language', async ({ page }) => {
  await page.goto('/de/help/planning/book/')
  await expect(page.getByRole('article')).toContainText('Wählen Sie Buchen')
  await expect(notice(page)).toHaveCount(0)
  await expect(robots(page)).toHaveCount(0)
  expect(await languagesOf(page)).toEqual(['en', 'ar', 'de', 'x-default'])
  for (const path of ['/de/', '/de/help/', '/de/search/', '/de/no/such/page/']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  }
})

test('an article that is not translated is there in English, and says so to reader and search engine', async ({
  page,
}) => {
  const seen = complaints(page)
  await page.goto('/de/help/planning/move/')
  await expect(notice(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('article')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('group', { name: 'War dieser Artikel hilfreich?' })).toBeVisible()
  await expect(robots(page)).toHaveAttribute('content', 'noindex')
  await expect(page.locator('link[rel=canonical], script[type="application/ld+json"]')).toHaveCount(0)
  expect(await languagesOf(page)).toEqual([])
  for (const [colorScheme, width] of [
    ['light', 375],
    ['light', 1280],
    ['dark', 375],
    ['dark', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await expectNoBarrier(page)
  }
  expect(seen).toEqual([])

  await page.goto('/help/planning/move/')
  expect(await languagesOf(page)).toEqual([])
})

test('where the address of the server is known, every page names its own without a query', async ({ page }) => {
  for (const path of ['/', '/de/', '/help/', '/help/planning/', '/de/help/planning/book/', '/contact/', '/search/']) {
    await page.goto(`${path}?q=book`)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `https://help.example${path}`)
    await expect(robots(page)).toHaveCount(0)
  }
})

test('its links stay in the language of the reader, and the switch stays on the article', async ({ page }) => {
  await page.goto('/help/planning/move/')
  const picture = await page.getByRole('img', { name: 'A week' }).getAttribute('src')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL('/de/help/planning/move/')
  expect(await page.getByRole('img', { name: 'A week' }).getAttribute('src')).toBe(picture)
  await page.getByRole('link', { name: 'book it' }).click()
  await expect(page).toHaveURL('/de/help/planning/book/')
})

test('topics list it as English, and a topic without a translation is there too', async ({ page }) => {
  await page.goto('/de/help/planning/')
  await expect(page.getByRole('link', { name: 'Move a lesson auf Englisch' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Eine Fahrstunde buchen' })).toBeVisible()
  await expect(robots(page)).toHaveCount(0)
  await page.goto('/de/help/support/')
  await expect(robots(page)).toHaveAttribute('content', 'noindex')
})

test('it is found in the search of the language, and marked as English', async ({ page }) => {
  await page.goto('/de/search/?q=move')
  const results = page.getByRole('list', { name: 'Suchergebnisse' }).getByRole('link')
  await expect(results.first()).toHaveText('Move a lesson auf Englisch')
  await page.getByRole('searchbox').fill('Fahrstunde')
  await expect(results.first()).toHaveText('Eine Fahrstunde buchen')
  await page.goto('/de/help/planning/book/')
  await page.keyboard.press('/')
  await page.keyboard.type('move')
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Move a lesson auf Englisch' })).toBeVisible()

  await page.goto('/de/no/such/move/')
  await expect(page.getByRole('list', { name: 'Suchergebnisse' }).getByRole('link').first()).toHaveText(
    'Move a lesson auf Englisch',
  )
  await page.goto('/de/contact/')
  await page.getByLabel('Worum geht es?').fill('move a lesson')
  await expect(page.getByRole('link', { name: 'Move a lesson auf Englisch' })).toBeVisible()
})

test('machines are told only of what is really in a language', async ({ page, request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const addresses = [...sitemap.matchAll(/<loc>https:\/\/help\.example\/de(.*?)<\/loc>/g)].map(([, path]) => path)
  expect(addresses.toSorted()).toEqual(['/', '/contact/', '/help/', '/help/planning/', '/help/planning/book/'])
  const contents = await (await request.get('/de/llms.txt')).text()
  expect(contents).toContain('/de/help/planning/book.md')
  expect(contents).not.toContain('move')
  expect((await request.get('/de/help/planning/move.md')).status()).toBe(404)
  await page.goto('/de/help/planning/move/')
  await expect(page.locator('link[type="text/markdown"]')).toHaveAttribute('href', '/help/planning/move.md')
})

test('a language that is written from right to left is laid out so, and English in it is not', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/ar/help/planning/book/')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    const [name, button] = await Promise.all([
      page.getByRole('banner').getByRole('link').first().boundingBox(),
      page.getByRole('button', { name: 'العربية' }).boundingBox(),
    ])
    expect(name?.x).toBeGreaterThan(button?.x ?? Infinity)
    await expectNoBarrier(page)
  }
  await page.goto('/ar/help/planning/move/')
  await expect(page.getByRole('article')).toHaveAttribute('dir', 'ltr')
})
