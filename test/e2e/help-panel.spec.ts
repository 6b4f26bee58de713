import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { call } from './guided/guided-test.ts'
import { enrol, launcher, openHelp, panel, test } from './guided/help-test.ts'

const keysOfHost = () => document.documentElement.dataset['keys'] ?? ''

test('is opened and closed by keyboard, keeps what is typed from the page, and gives the focus back', async ({
  page,
  host,
}) => {
  await page.goto(host())
  await launcher(page).focus()
  await page.keyboard.press('Enter')
  const help = panel(page)
  await expect(help.getByRole('searchbox')).toBeFocused()
  await expect(launcher(page)).toHaveAttribute('aria-expanded', 'true')
  await page.evaluate(() => delete document.documentElement.dataset['keys'])
  await page.keyboard.type('/k invoice')
  expect(await page.evaluate(keysOfHost)).toBe('')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(launcher(page)).toBeFocused()

  // From a field of the page, by a call in a handler of its own.
  await page.evaluate(() => {
    const field = document.querySelector('#name')
    field?.addEventListener('keydown', () => (window as unknown as { cairn: unknown[] }).cairn.push(['open', 'help']))
  })
  await page.getByLabel('Name').press('F2')
  await expect(help.getByRole('searchbox')).toBeFocused()
  await expect(help.getByRole('searchbox')).toHaveValue('/k invoice')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Name')).toBeFocused()
  await launcher(page).click()
  await launcher(page).click()
  await expect(help).toBeHidden()
})

test('nothing else lies on the button, and nothing comes up while somebody reads', async ({ page, host, user }) => {
  await page.goto(host())
  await enrol(page, user)
  const checklist = page.getByRole('region', { name: 'Learn it' })
  await expect(checklist).toBeVisible()
  const [card, button] = [(await checklist.boundingBox())!, (await launcher(page).boundingBox())!]
  expect(card.y + card.height).toBeLessThanOrEqual(button.y)

  await launcher(page).click()
  const news = page.getByRole('region', { name: 'An older one' })
  const claimed: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/shown')) claimed.push((request.postDataJSON() as { id: string }).id)
  })
  // What to show is decided before the event is sent.
  await Promise.all([page.waitForResponse('**/v1/messages'), call(page, 'track', 'students_imported')])
  expect(claimed).not.toContain('older')
  await expect(news).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(news).toBeVisible()
  expect(claimed).toContain('older')
  await expect(launcher(page)).toBeHidden()
  await news.getByRole('button', { name: 'Close' }).click()
  await expect(launcher(page)).toBeVisible()
})

test('is still open on the next page, without taking the focus, and its button is on its pages only', async ({
  page,
  host,
}) => {
  await openHelp(page, host())
  await panel(page).getByRole('searchbox').fill('cancel')
  await panel(page)
    .getByRole('link', { name: /Cancel your plan/ })
    .click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Cancel your plan')
  await page.goto(host('/elsewhere'))
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Cancel your plan')
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
  await expect(launcher(page)).toBeHidden()
  await panel(page).getByRole('button', { name: 'Back' }).click()
  await expect(panel(page).getByRole('searchbox')).toHaveValue('cancel')
  await panel(page).getByRole('button', { name: 'Close help' }).click()
  await page.goto(host())
  await launcher(page).click()
  // Had it been open still, it would be closed now, or have come without the focus.
  await expect(panel(page).getByRole('searchbox')).toBeFocused()
})

test('lies above a dialog of the page, where it can be used', async ({ page, host }) => {
  await openHelp(page, host())
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  const field = panel(page).getByRole('searchbox')
  await field.click()
  await page.keyboard.type('invoice')
  await expect(field).toHaveValue('invoice')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(page.getByRole('dialog', { name: 'Of the host' })).toBeVisible()
})

for (const [scheme, lang, name] of [
  ['light', 'en', 'Help'],
  ['dark', 'fr', 'Aide'],
] as const) {
  test(`has no barrier in any of its views, in ${scheme} and the language ${lang}`, async ({ page, host }) => {
    const hasNone = async () =>
      expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openHelp(page, host('/second', `&lang=${lang}`))
    const help = panel(page, name)
    await expect(help.getByRole('link').first()).toBeVisible()
    await hasNone()
    await help.getByRole('searchbox').fill(lang === 'fr' ? 'facture' : 'invoice')
    await expect(help.getByRole('listitem').first()).toBeVisible()
    await hasNone()
    await help.getByRole('listitem').first().getByRole('link').click()
    await expect(help.getByRole('group')).toBeVisible()
    await help.getByRole('button', { name: /^(No|Non)$/ }).click()
    await expect(help.getByRole('radio').first()).toBeVisible()
    await hasNone()
    await help.getByRole('button', { name: /Contact support|Contacter l’assistance/ }).click()
    await expect(help.getByRole('combobox')).toBeVisible()
    await help.getByRole('button', { name: /Send|Envoyer/ }).click()
    await hasNone()
    await help.getByRole('button', { name: /Back|Retour/ }).click()
    await help.getByRole('button', { name: /Back|Retour/ }).click()
    await help.getByRole('button', { name: /What’s new|Nouveautés/ }).click()
    await hasNone()
  })
}

test('is a sheet on a phone, in which the focus stays and the page is not widened', async ({ page, host }) => {
  await page.setViewportSize({ width: 375, height: 667 })
  await openHelp(page, host())
  const help = panel(page)
  await expect.poll(() => help.boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 667 })
  for (let press = 0; press < 12; press++) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('cairn-root')
  await help.getByRole('searchbox').fill('calendar')
  await help.getByRole('listitem').first().getByRole('link').click()
  await expect(help.getByRole('group')).toBeAttached()
  expect(await help.locator('.body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
  await page.goto(host('/second'))
  await expect(launcher(page)).toBeVisible()
  await expect(help).toBeHidden()
})
