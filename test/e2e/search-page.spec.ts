import { expect, type Page } from '@playwright/test'
import { test } from '../support/server-fixture.ts'

const hits = (page: Page) => page.getByRole('list', { name: 'Search results' }).getByRole('listitem')
const topics = (page: Page) => page.getByRole('combobox', { name: 'Topics' })
const categories = async (page: Page) =>
  [...new Set(await hits(page).locator('.category').allTextContents())].toSorted((a, b) => a.localeCompare(b))

test('results are narrowed down to a topic, which stands in the address and can be linked to', async ({ page }) => {
  await page.goto('/search/?q=lesson')
  await expect(hits(page).first()).toBeVisible()
  const all = await categories(page)
  expect(all.length).toBeGreaterThan(2)
  await topics(page).selectOption('Planning')
  await expect.poll(() => categories(page)).toEqual(['Planning'])
  await expect(page).toHaveURL('/search/?q=lesson&topic=planning')
  await expect(page.getByRole('status')).toHaveText(`${await hits(page).count()} results for “lesson”`)

  await page.reload()
  await expect.poll(() => categories(page)).toEqual(['Planning'])
  await expect(topics(page)).toHaveValue('planning')
  await page.getByRole('searchbox').fill('lesson moved')
  await expect(page).toHaveURL('/search/?q=lesson%20moved&topic=planning')
  await page.goBack()
  await expect.poll(() => categories(page)).toEqual(all)

  await page.goto('/search/?q=lesson&topic=no-such-topic')
  await expect.poll(() => categories(page)).toEqual(all)
})

test('whoever changes the language goes on with the same search', async ({ page }) => {
  await page.goto('/search/?q=lesson&topic=planning')
  await expect(hits(page).first()).toBeVisible()
  await page.getByRole('searchbox').fill('sms')
  await expect(page).toHaveURL(/q=sms/)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveURL(/^[^?]*\/fr\/search\/\?q=sms/)
  await expect(page.getByRole('searchbox')).toHaveValue('sms')
})

for (const [state, path] of [
  ['nothing is searched for', '/search/'],
  ['nothing is found', '/search/?q=zzzzqqq'],
] as const) {
  test(`where ${state}, there are topics, what to read first, and a person`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Topics' })).toBeVisible()
    const first = page.getByRole('region', { name: 'Start here' }).getByRole('link')
    await expect(first).toHaveCount(4)
    await expect(page.getByRole('link', { name: 'Contact support' }).first()).toBeVisible()
    await first.first().click()
    await expect(page).toHaveURL(/\/help\/getting-started\//)
  })
}

test('what is opened in another tab is reported as opened, and a menu on a link is not', async ({ page }) => {
  const clicked: string[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/v1/searches')) return
    clicked.push((request.postDataJSON() as { clicked?: string }).clicked ?? 'nothing yet')
  })
  const openAll = async (list: typeof hits) => {
    const link = list(page).first().getByRole('link').first()
    await expect(link).toBeVisible()
    const address = await link.getAttribute('href')
    await expect.poll(() => clicked.splice(0)).toEqual(['nothing yet'])
    await link.click({ button: 'right' })
    await link.click({ button: 'middle' })
    await link.click({ modifiers: ['ControlOrMeta'] })
    await expect.poll(() => clicked).toEqual([address, address])
    clicked.length = 0
  }
  await page.goto('/search/?q=send+an+invoice')
  await openAll(hits)
  await page.goto('/help/planning/conflicts/')
  await page.keyboard.press('/')
  await page.getByRole('dialog').getByRole('searchbox').fill('send an invoice')
  await openAll((opened) => opened.getByRole('dialog').getByRole('listitem'))
})
