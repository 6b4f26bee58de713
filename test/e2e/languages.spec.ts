import { expect } from '@playwright/test'
import { complaints, expectNoBarrier } from '../support/judge-page.ts'
import { test } from '../support/server-fixture.ts'

const pages = {
  home: '/fr/',
  topics: '/fr/help/',
  category: '/fr/help/troubleshooting/',
  article: '/fr/help/invoicing/generate-qr-invoice/',
  search: '/fr/search/?q=facture',
  'missing page': '/fr/help/no/such/page/',
}

for (const width of [390, 1440]) {
  test.describe(`in French at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    for (const [name, path] of Object.entries(pages)) {
      test(`${name}: no barrier, nothing wider than the screen, nothing against the policy`, async ({ page }) => {
        const seen = complaints(page)
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
        await expectNoBarrier(page)
        expect(seen).toEqual([])
      })
    }
  })
}

test('who meets an English article changes to French, and stays on the article', async ({ page }) => {
  await page.goto('/help/planning/conflicts/')
  const languages = page.getByRole('navigation', { name: 'Languages' })
  await languages.getByRole('button', { name: 'English' }).click()
  await languages.getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveURL('/fr/help/planning/conflicts/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Résoudre un conflit de réservation')
  await expect(page.getByRole('group', { name: 'Cet article vous a-t-il aidé ?' })).toBeVisible()
  await page.getByRole('link', { name: 'disponibilités' }).first().click()
  await expect(page).toHaveURL('/fr/help/planning/availability/')
})

test('the list of languages opens by keyboard, and Escape gives the focus back', async ({ page }) => {
  await page.goto('/fr/help/planning/conflicts/')
  const languages = page.getByRole('navigation', { name: 'Langues' })
  const button = languages.getByRole('button', { name: 'Français' })
  const english = languages.getByRole('link', { name: 'English' })
  await expect(english).toBeHidden()
  await button.press('Enter')
  await expect(english).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(english).toBeHidden()
  await expect(button).toBeFocused()
})

test('the languages are reached without JavaScript', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/fr/help/faq/general/`)
  await page.getByRole('button', { name: 'Français' }).click()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(`${server.url}/help/faq/general/`)
  await context.close()
})

test('French is searched in French', async ({ page }) => {
  await page.goto('/fr/search/?q=annuler+une+leçon')
  const first = page.getByRole('list', { name: 'Résultats de la recherche' }).getByRole('link').first()
  await expect(first).toHaveText(/annuler une leçon/i)
  await first.click()
  await expect(page).toHaveURL('/fr/help/planning/move-or-cancel/')
})

test('a view is counted for the language of the reader', async ({ page }) => {
  const sent = page.waitForRequest('**/v1/article-views')
  await page.goto('/fr/help/faq/general/')
  expect(JSON.parse((await sent).postData() ?? '')).toEqual({ article: 'faq/general', locale: 'fr' })
})

test('a page that is missing offers the search and the topics of its language', async ({ page }) => {
  const answer = await page.goto('/fr/help/planning/no-such-article/')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
  await page.getByRole('searchbox').fill('rappel')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/fr\/search\/\?q=rappel/)
})
