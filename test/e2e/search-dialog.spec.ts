import { expect } from '@playwright/test'
import { complaints, expectNoBarrier } from '../support/judge-page.ts'
import { test } from '../support/server-fixture.ts'

const article = '/help/planning/conflicts/'

test('the dialog is opened by button and by key, finds while somebody types, and is walked by the arrow keys', async ({
  page,
}) => {
  const seen = complaints(page)
  await page.goto(article)
  const dialog = page.getByRole('dialog', { name: 'Search the help center' })
  const field = dialog.getByRole('searchbox')

  await page.getByRole('button', { name: 'Search for an answer' }).click()
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')

  await page.keyboard.type('send an invoi')
  const hits = dialog.getByRole('list', { name: 'Search results' }).getByRole('listitem')
  await expect(hits.first()).toContainText(/invoice/i)
  await expect(dialog.getByRole('status')).toContainText(/results? for “send an invoi”/)
  // The section that matches, with what was searched for marked.
  await expect(hits.first().locator('mark').first()).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await expect(hits.first().getByRole('link').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/help\/invoicing\//)
  expect(seen).toEqual([])
})

test('hits are narrowed down to a topic, and all of them are a page away', async ({ page }) => {
  await page.goto(article)
  await page.keyboard.press('/')
  await page.keyboard.type('lesson')
  const dialog = page.getByRole('dialog')
  const categories = dialog.locator('ol small')
  await expect(categories.first()).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Topics' }).selectOption('Invoicing')
  await expect.poll(async () => [...new Set(await categories.allTextContents())]).toEqual(['Invoicing'])
  await dialog.getByRole('combobox', { name: 'Topics' }).selectOption('All topics')
  await dialog.getByRole('link', { name: 'All results' }).click()
  await expect(page).toHaveURL('/search/?q=lesson')
})

test('what was searched for is offered again on this device, until it is forgotten', async ({ page }) => {
  await page.goto(article)
  await page.keyboard.press('/')
  await page.keyboard.type('payment failed')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem').first()).toContainText(/payment/i)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/search/?q=payment+failed')

  await page.goto(article)
  await page.keyboard.press('/')
  await dialog.getByRole('button', { name: 'payment failed' }).click()
  await expect(dialog.getByRole('searchbox')).toHaveValue('payment failed')
  await expect(dialog.getByRole('listitem').first()).toContainText(/payment/i)

  await dialog.getByRole('searchbox').fill('')
  await dialog.getByRole('button', { name: 'Forget these' }).click()
  await expect(dialog.getByText('Recent searches')).toBeHidden()
  await page.reload()
  await page.keyboard.press('/')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await expect(dialog.getByText('Recent searches')).toBeHidden()
})

test('a misspelt word is said to be corrected, with a way back', async ({ page }) => {
  await page.goto(article)
  await page.keyboard.press('/')
  await page.keyboard.type('cancle my plan')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status')).toHaveText('Showing results for “cancel my plan”.')
  await dialog.getByRole('link', { name: 'Search instead for “cancle my plan”' }).click()
  await expect(page).toHaveURL('/search/?q=cancle%20my%20plan&exact')
})

test('a search without an answer leads to the topics and to a person', async ({ page }) => {
  await page.goto(article)
  await page.keyboard.press('/')
  await page.keyboard.type('zzzzqqq')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status')).toHaveText('No result for “zzzzqqq”')
  await expect(dialog.getByRole('link', { name: 'Contact support' })).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Browse by topic' })).toBeVisible()
})

test('where the dialog cannot be loaded, and without a script, the button leads to the search page', async ({
  page,
  browser,
  server,
}) => {
  await page.route('**/SearchScript*', (route) => route.abort())
  await page.goto(article)
  await page.getByRole('button', { name: 'Search for an answer' }).click()
  await expect(page).toHaveURL(/\/search\//)
  await expect(page.getByRole('heading', { name: 'Search' })).toBeVisible()

  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL: server.url })
  await plain.goto(article)
  await plain.getByRole('button', { name: 'Search for an answer' }).click()
  await expect(plain).toHaveURL(/\/search\/\??$/)
  await plain.close()
})

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [375, 1280]) {
    test(`in ${scheme} at ${width} px the dialog has no barrier and moves nothing`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(article)
      await page.keyboard.press('/')
      await page.keyboard.type('invoice')
      await expect(page.getByRole('dialog').locator('mark').first()).toBeVisible()
      await expectNoBarrier(page)
    })
  }
}
