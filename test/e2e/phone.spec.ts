import { expect, type Locator, type Page } from '@playwright/test'
import { test } from '../support/server-fixture.ts'

test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true })

const checklist = (page: Page) => page.getByRole('region', { name: 'Set up your school' })
const fold = (page: Page) => checklist(page).getByRole('button', { name: /Set up your school/ })
const progress = (page: Page) => checklist(page).getByRole('progressbar')

/** Whether a tap in the middle of it reaches it. */
const isUncovered = (button: Locator) =>
  button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })

test('on a phone the steps of the checklist can be done by tapping', async ({ page }) => {
  await page.goto('/demo/?account=linden-phone&user=mia-phone')
  const buttons = ['Save school', 'Send invitation', 'Add vehicle', 'Save payment details', 'Go live']
  for (const [index, button] of buttons.entries()) {
    await expect(progress(page)).toHaveAttribute('aria-valuenow', `${index * 20}`)
    await expect(fold(page)).toHaveAttribute('aria-expanded', 'false')
    await fold(page).tap()
    await checklist(page).getByRole('link', { name: 'Start' }).tap()
    await expect(fold(page)).toHaveAttribute('aria-expanded', 'false')
    const submit = page.getByRole('main').getByRole('button', { name: button })
    // A page that is still being drawn may not be as long yet, and then was scrolled to no end.
    await expect(submit).toBeVisible()
    const scrollDown = () =>
      page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
    await expect.poll(() => scrollDown().then(() => isUncovered(submit))).toBe(true)
    await submit.tap()
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  }
  await expect(progress(page)).toHaveAttribute('aria-valuenow', '100')
})

test('on a phone the small checklist gets out of the way while somebody writes or scrolls down', async ({ page }) => {
  await page.goto('/demo/?account=linden-away&user=mia-away#/setup/school')
  await expect(fold(page)).toBeInViewport()
  const field = page.getByRole('main').getByRole('textbox').first()
  await field.tap()
  await expect(fold(page)).not.toBeInViewport()
  await field.blur()
  await expect(fold(page)).toBeInViewport()

  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }))
  await expect(fold(page)).not.toBeInViewport()
  await page.evaluate(() => window.scrollBy({ top: -100, behavior: 'instant' }))
  await expect(fold(page)).toBeInViewport()
})

test('on a phone a word that is longer than the screen is broken, and the page stays as wide', async ({ page }) => {
  const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(5)
  await page.goto('/help/planning/conflicts/')
  const lengthen = (element: Element, text: string) => (element.textContent = text)
  for (const part of ['h1', '.prose h2', '.steps .title', '.related a']) {
    await page.locator(part).first().evaluate(lengthen, word)
  }
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBe(375)

  await page.goto(`/search/?q=${word}`)
  await expect(page.getByRole('status').filter({ hasText: word })).toBeVisible()
  expect(await width()).toBe(375)
  await page.goto('/search/?q=lesson')
  await page.getByRole('list', { name: 'Search results' }).getByRole('link').first().evaluate(lengthen, word)
  expect(await width()).toBe(375)
})
