import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import type { State } from '../../api/contract/state.ts'
import { call, test } from './guided/guided-test.ts'

const checklist = (page: Page, name = 'In order') => page.getByRole('region', { name })
const item = (page: Page, words: string) => checklist(page).getByRole('listitem').filter({ hasText: words })
const stands = (page: Page, progress: string) =>
  expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', progress)

/** A line on a certificate. */
interface Line {
  text: string
  width: number
  size: number
  y: number
}

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
  await page.clock.install()
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
  await page.clock.runFor(1000)
  await stands(page, '33')
  await page.evaluate(() => document.getElementById('two')!.removeAttribute('data-cairn'))

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '/second' })).toBeVisible()
  await stands(page, '67')
  await expect.poll(() => facts('step_completed:ordered/visit')).toHaveLength(1)
  expect((await facts('step_completed:ordered/visit'))[0]?.properties).toEqual({ program: 'ordered', step: 'visit' })

  await page.reload()
  await stands(page, '67')
  await page.evaluate(() => document.getElementById('two')!.setAttribute('data-cairn', 'late'))
  await stands(page, '100')
  await expect.poll(() => facts('step_completed:ordered/see')).toHaveLength(1)
  // The reload, which came before, completed nothing again.
  expect(await facts('step_completed:ordered/visit')).toHaveLength(1)
})

test('a checklist is on its pages and for its audience only, and opens anywhere', async ({ page, host, user }) => {
  await page.goto(host('/'))
  await page.waitForLoadState('networkidle')
  // Which programs there are follows from the segment: the first answer that knows it has none for this person.
  let isTold = false
  const answers: Promise<Pick<State, 'programs'>>[] = []
  page.on('response', (response) => {
    if (response.request().postData()?.includes('"ordered"')) isTold = true
    else if (isTold && response.url().endsWith('/v1/state')) answers.push(response.json() as Promise<State>)
  })
  await call(page, 'group', `school-of-${user}`, { segment: 'ordered' })
  await expect.poll(() => answers.length).toBeGreaterThan(0)
  expect((await answers[0])?.programs).toEqual([])
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

test('a certificate is saved in a frame that may send no forms, and has room for any name', async ({
  page,
  host,
  user,
}) => {
  await arrive(page, host('/'), user)
  await stands(page, '0')
  for (const step of ['read', 'visit', 'see']) await call(page, 'track', `step_completed:ordered/${step}`)
  await stands(page, '100')
  await page.goto(host('/frame'))
  const address = host('/second')
  const put = page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-downloads')
    frame.setAttribute('style', 'width: 700px; height: 600px')
    document.body.append(Object.assign(frame, { src }))
  }, address)
  const [frame] = await Promise.all([page.waitForEvent('framenavigated', (each) => each.url() === address), put])
  await frame.waitForLoadState()
  await frame.evaluate(() => {
    ;(window as unknown as { cairn: unknown[] }).cairn.push(['open', 'ordered/all'])
    // What is written, and where.
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      const { width } = this.measureText(text)
      drawn.push({ text, width, y, size: Number(/\d+(?=px)/.exec(this.font)?.[0]) })
      fillText.call(this, text, x, y)
    }
    const drawn: Line[] = ((window as unknown as { drawn: Line[] }).drawn = [])
  })
  const field = frame.getByLabel('Name on the certificate')
  for (const name of [
    'Maximiliana Alexandra Theodora von Hohenzollern-Sigmaringen zu Wolfenbüttel Jr.',
    'W'.repeat(80),
    'عبد الرحمن محمد عبد اللطيف بن عبد العزيز آل سعود القحطاني الهاشمي التميمي',
    '王小明李大伟张三丰欧阳修司马相如诸葛亮上官婉儿东方不败令狐冲任我行岳不群风清扬左冷禅莫大先生刘正风曲洋',
  ]) {
    await field.fill(name)
    await Promise.all([page.waitForEvent('download'), field.press('Enter')])
    const drawn = await frame.evaluate(() => (window as unknown as { drawn: Line[] }).drawn.splice(0))
    const letters = drawn.map(({ text }) => text.replaceAll(' ', '')).join('')
    expect(letters).toContain(name.replaceAll(' ', ''))
    for (const [index, { width, size, y }] of drawn.entries()) {
      expect(width).toBeLessThan(1800)
      expect(size).toBeGreaterThan(30)
      expect(y - size).toBeGreaterThan(drawn[index - 1]?.y ?? 410)
    }
  }
  await field.fill('   ')
  await field.press('Enter')
  expect(await field.evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(false)
  expect(await frame.evaluate(() => (window as unknown as { drawn: Line[] }).drawn)).toEqual([])
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
