import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { call, test } from './guided/guided-test.ts'

const checklist = (page: Page, name = 'In order') => page.getByRole('region', { name })
const item = (page: Page, words: string) => checklist(page).getByRole('listitem').filter({ hasText: words })
const stands = (page: Page, progress: string) =>
  expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', progress)

/** Opens a page as the owner of an account that is enrolled in the program with an order. */
const arrive = async (page: Page, address: string, user: string) => {
  await page.goto(address)
  await call(page, 'identify', user, { role: 'owner' })
  await call(page, 'group', `school-of-${user}`, { segment: 'ordered' })
}

const expectNoBarrier = async (page: Page) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  }
}

test('steps are completed by hand, by a page and by an element that comes late, each in its turn', async ({
  page,
  host,
  user,
  facts,
}) => {
  await arrive(page, host('/'), user)
  await stands(page, '0')
  await expect(item(page, 'Go there')).toContainText('After “Read it”')
  await expect(checklist(page).getByRole('link', { name: 'Go there' })).toBeHidden()
  await expect(checklist(page).getByRole('button', { name: 'Mark as done' })).toHaveCount(1)
  await expectNoBarrier(page)

  await checklist(page)
    .getByRole('button', { name: /^Mark as done ?: Read it$/ })
    .focus()
  await page.keyboard.press('Enter')
  await stands(page, '33')
  await expect(checklist(page).getByRole('link', { name: /^Start ?: Go there$/ })).toBeFocused()
  await expect(checklist(page).getByRole('button', { name: /^Mark as done ?: More of it$/ })).toBeVisible()
  await expect.poll(() => facts('step_completed:ordered/read')).toHaveLength(1)

  // Whose turn it is not yet is not completed by being there.
  await page.evaluate(() => document.getElementById('two')!.setAttribute('data-cairn', 'late'))
  await page.waitForTimeout(800)
  await stands(page, '33')
  await page.evaluate(() => document.getElementById('two')!.removeAttribute('data-cairn'))

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '/second' })).toBeVisible()
  await stands(page, '67')
  await expect.poll(() => facts('step_completed:ordered/visit')).toHaveLength(1)
  expect((await facts('step_completed:ordered/visit'))[0]?.properties).toEqual({ program: 'ordered', step: 'visit' })

  await page.reload()
  await stands(page, '67')
  await page.waitForTimeout(800)
  await expect.poll(() => facts('step_completed:ordered/visit')).toHaveLength(1)
  await page.evaluate(() => document.getElementById('two')!.setAttribute('data-cairn', 'late'))
  await stands(page, '100')
  await expect.poll(() => facts('step_completed:ordered/see')).toHaveLength(1)
})

test('a checklist is on its pages and for its audience only, and opens anywhere', async ({ page, host, user }) => {
  await page.goto(host('/'))
  await call(page, 'group', `school-of-${user}`, { segment: 'ordered' })
  await page.waitForTimeout(1000)
  await expect(checklist(page)).toBeHidden()
  await call(page, 'identify', user, { role: 'owner' })
  await expect(checklist(page)).toBeVisible()
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'))
  await expect(checklist(page)).toBeHidden()
  await page.evaluate(() => history.pushState(null, '', '/late'))
  await expect(checklist(page)).toBeVisible()
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'))
  await expect(checklist(page)).toBeHidden()
  await call(page, 'open', 'ordered')
  await expect(checklist(page)).toBeVisible()
})

test('a milestone leaves a certificate, which the checklist keeps', async ({ page, host, user }) => {
  await arrive(page, host('/'), user)
  await checklist(page)
    .getByRole('button', { name: /^Mark as done ?: Read it$/ })
    .click()
  await stands(page, '33')
  await page.goto(host('/second'))
  await expect(page.getByRole('status', { name: 'Half of it' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).last().click()
  await page.evaluate(() => document.getElementById('two')!.setAttribute('data-cairn', 'late'))
  const celebration = page.getByRole('status', { name: 'All of it' })
  await expect(celebration).toBeVisible()
  await expectNoBarrier(page)
  await page.keyboard.press('Escape')

  await page.getByLabel('Name on the certificate').fill('Mia Keller')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('Certificate of order.png')
  const picture = await readFile(await download.path())
  expect([...picture.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  expect(picture.byteLength).toBeGreaterThan(10_000)
  await expect(page.getByRole('link', { name: 'Share' })).toHaveAttribute('href', '/second')

  await page.getByRole('button', { name: 'Close' }).last().click()
  await expect(celebration).toBeHidden()
  await checklist(page).getByRole('button', { name: 'Certificate of order' }).press('Enter')
  await expect(celebration).toBeVisible()
})

test('what is done by hand, and what waits, is said in French, on a phone', async ({ page, host, user }) => {
  await page.setViewportSize({ width: 375, height: 700 })
  await arrive(page, host('/', '&lang=fr'), user)
  const list = checklist(page, "Dans l'ordre")
  await list.getByRole('button', { name: "Dans l'ordre" }).click()
  await expect(list.getByRole('listitem').filter({ hasText: 'Allez-y' })).toContainText('Après « Lisez-le »')
  await expectNoBarrier(page)
  await list.getByRole('button', { name: /^Marquer comme faite ?: Lisez-le$/ }).click()
  await stands(page, '33')
})
