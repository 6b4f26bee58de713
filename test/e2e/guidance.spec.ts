import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { call, step, test } from './guided/guided-test.ts'

/** Opens a page and waits until Cairn knows the person. */
const arrive = (page: Page, address: string) => Promise.all([page.waitForResponse('**/v1/state'), page.goto(address)])

test('a beacon at its element opens a tip, and goes away with it', async ({ page, host, facts }) => {
  await page.goto(host())
  const beacon = page.getByRole('button', { name: 'Show me: Something new' })
  await expect(beacon).toBeVisible()
  const corner = (await page.locator('#two').boundingBox())!
  const box = (await beacon.boundingBox())!
  expect(Math.abs(box.x + box.width / 2 - corner.x - corner.width)).toBeLessThan(1)
  expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])

  // It does not shine through what lies over its element.
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await page
    .locator('dialog')
    .evaluate((dialog) => (dialog.style.cssText = 'position: fixed; inset: 0; width: 90vw; height: 90vh'))
  await expect(beacon).toBeHidden()
  await page.evaluate(() => document.querySelector('dialog')?.close())
  await expect(beacon).toBeVisible()

  await beacon.press('Enter')
  await expect(step(page, 'It is new')).toBeFocused()
  await expect(beacon).toBeHidden()
  await step(page, 'It is new').getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => facts('tour_completed')).toHaveLength(1)
  await Promise.all([page.waitForResponse('**/v1/state'), page.reload()])
  await page.waitForTimeout(500)
  await expect(beacon).toBeHidden()
})

test('a beacon follows its element into a modal dialog, and comes out again', async ({ page, host }) => {
  await page.goto(host())
  const beacon = page.getByRole('button', { name: 'Show me: Something new' })
  await expect(beacon).toBeVisible()
  await page.evaluate(() => {
    const dialog = document.querySelector('dialog')
    dialog?.append(document.querySelector('#two')!)
    dialog?.showModal()
  })
  await expect(page.locator('dialog > cairn-root')).toHaveCount(1)
  await page.evaluate(() => document.querySelector('dialog')?.close())
  await expect(beacon).toBeHidden()
  await expect(page.locator('html > cairn-root')).toHaveCount(1)
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await beacon.click({ timeout: 3000 })
  await expect(step(page, 'It is new')).toBeFocused()
  await step(page, 'It is new').getByRole('button', { name: 'Done' }).click()
  await expect(page.locator('html > cairn-root')).toHaveCount(1)
})

test('an announcement slides in once, with words, links and what it opens', async ({ page, host, facts }) => {
  await arrive(page, host())
  await page.getByLabel('Name').focus()
  await call(page, 'track', 'students_imported')
  const news = page.getByRole('region', { name: 'Slid in' })
  await expect(news.getByRole('listitem')).toHaveText(['one', 'two'])
  await expect(news.locator('strong')).toHaveText('this')
  await expect(news.getByRole('link', { name: 'that' })).toHaveAttribute('href', 'https://example.com/that')
  await expect(page.getByLabel('Name')).toBeFocused()
  await expect(page.locator('cairn-root .announcement [aria-live]')).toHaveText('Slid in')
  expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  await news.getByRole('button', { name: 'Show me' }).click()
  await expect(news).toBeHidden()
  await expect(step(page, 'The first')).toBeFocused()
  await expect.poll(() => facts('announcement_followed')).toHaveLength(1)

  await page.goto(host())
  await call(page, 'track', 'students_imported')
  await page.waitForTimeout(1000)
  await expect(news).toBeHidden()
})

test('an announcement in the middle has the focus until it is closed', async ({ page, host }) => {
  await arrive(page, host())
  await page.getByLabel('Name').focus()
  await call(page, 'track', 'availability_set')
  const news = page.getByRole('dialog', { name: 'In the middle' })
  await expect(news).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(news.getByRole('button', { name: 'Close' })).toBeFocused()
  expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(news).toBeHidden()
  await expect(page.getByLabel('Name')).toBeFocused()
})

test('a banner stays on its pages until it is closed, and makes room for itself', async ({ page, host }) => {
  await page.goto(host('/second'))
  const banner = page.getByRole('region', { name: 'Notice' })
  await expect(banner).toBeVisible()
  const heading = page.getByRole('heading', { name: '/second' })
  const bottom = async () => {
    const box = (await banner.boundingBox())!
    return box.y + box.height
  }
  expect((await heading.boundingBox())!.y).toBeGreaterThanOrEqual(await bottom())
  const style = await page.evaluate(() => [
    document.body.getAttribute('style'),
    document.documentElement.getAttribute('style'),
  ])
  expect(style).toEqual([null, null])
  expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  await page.reload()
  await expect(banner).toBeVisible()
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'))
  await expect(banner).toBeHidden()
  await page.evaluate(() => history.back())
  await expect(banner).toBeVisible()
  await Promise.all([page.waitForResponse('**/v1/shown'), banner.getByRole('button', { name: 'Close' }).click()])
  await Promise.all([page.waitForResponse('**/v1/state'), page.reload()])
  await page.waitForTimeout(500)
  await expect(banner).toBeHidden()
})

test('a move of the page is noticed where the browser does not tell', async ({ page, host }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'navigation'))
  await arrive(page, host())
  expect(await page.evaluate(() => 'navigation' in window)).toBe(false)
  const banner = page.getByRole('region', { name: 'Notice' })
  await page.waitForTimeout(500)
  await expect(banner).toBeHidden()
  await page.evaluate(() => {
    document.querySelector('#one')?.addEventListener('click', () => history.pushState(null, '', '/second'))
  })
  await page.locator('#one').click()
  await expect(banner).toBeVisible()
  await page.goBack()
  await expect(banner).toBeHidden()
})

test('surveys, tours and announcements come up only as often together as they may', async ({ page, host }) => {
  await page.goto(host('/students/7'))
  await step(page, 'On a student').getByRole('button', { name: 'Done' }).click()
  await call(page, 'track', 'students_imported')
  const news = page.getByRole('region', { name: 'Slid in' })
  await news.getByRole('button', { name: 'Close' }).click()
  // Two a day are enough here.
  await call(page, 'track', 'availability_set')
  await call(page, 'track', 'school_went_live')
  await page.waitForTimeout(5000)
  await expect(page.getByRole('dialog', { name: 'In the middle' })).toBeHidden()
  await expect(page.getByRole('region', { name: 'Your opinion' })).toBeHidden()
  await call(page, 'open', 'walk')
  await expect(step(page, 'The first')).toBeVisible()
})

test('a page opens help also where no file says that there is a button for it', async ({ page, host }) => {
  await arrive(page, host())
  await call(page, 'open', 'help')
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help).toBeVisible()
  await expect(page.getByRole('button', { name: /^Help/ })).toHaveCount(0)
  await help.getByRole('button', { name: 'Close' }).click()
  await expect(help).toBeHidden()
})
