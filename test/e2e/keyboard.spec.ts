import { expect, type Locator, type Page } from '@playwright/test'
import { testAlone as test } from '../support/server-fixture.ts'

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, aim: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab')
    if (await aim.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The keyboard does not reach ${aim.toString()}.`)
}

test('by keyboard alone somebody finds an article, says that it did not help, and writes to a person', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('booking conflict')
  await page.keyboard.press('Enter')

  const hits = page.getByRole('list', { name: 'Search results' })
  await expect(hits).toBeVisible()
  await tabTo(page, page.getByRole('combobox', { name: 'Topics' }))
  await page.keyboard.press('P')
  await expect(page).toHaveURL(/&topic=planning$/)
  await tabTo(page, hits.getByRole('link', { name: 'Resolve a booking conflict' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/help\/planning\/conflicts\/$/)

  const feedback = page.getByRole('group', { name: 'Was this article helpful?' })
  await tabTo(page, feedback.getByRole('button', { name: 'No' }))
  await page.keyboard.press('Enter')
  await expect(feedback.getByRole('status')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(feedback.getByRole('radio', { name: 'It is hard to follow' })).toBeChecked()
  await tabTo(page, feedback.getByRole('link', { name: 'Contact support' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/contact\/$/)

  await tabTo(page, page.getByLabel('What is it about?'))
  await page.keyboard.type('Two lessons at once')
  await tabTo(page, page.getByRole('radio', { checked: true }))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: /there is a way around/ })).toBeChecked()
  await tabTo(page, page.getByLabel('What happened?'))
  await page.keyboard.type('Both are in the calendar.')
  await tabTo(page, page.getByLabel('Your e-mail address'))
  await page.keyboard.type('mia@linde.example')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'We have your message' })).toBeVisible()
})
