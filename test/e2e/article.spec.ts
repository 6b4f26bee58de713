import { expect, type Page } from '@playwright/test'
import { complaints, expectNoBarrier, expectNoShift, watchShifts } from '../support/judge-page.ts'
import { test } from '../support/sample-fixture.ts'

const everyPart = '/help/guide/every-part/'

const tab = (page: Page, name: string) => page.getByRole('tab', { name })
const panel = (page: Page) => page.getByRole('tabpanel')

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test(`an article with every part has no barrier and moves nothing, in ${scheme} at ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: scheme })
      // So tall that all of it is seen.
      await page.setViewportSize({ width, height: 4500 })
      await watchShifts(page)
      // The page is painted long before its scripts are there.
      await page.route('**/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await route.continue()
      })
      const seen = complaints(page)
      await page.goto(everyPart)
      await page.waitForLoadState('networkidle')
      await expectNoBarrier(page)
      await tab(page, 'Apple').click()
      await page.getByText('Does it cost anything?').click()
      await expectNoBarrier(page)
      expect(seen).toEqual([])
      await expectNoShift(page)
    })
  }
}

for (const [format, path] of [
  ['Markdown', everyPart],
  ['MDX', '/help/guide/every-part-again/'],
] as const) {
  test(`tabs in ${format} are walked by arrow keys and show one panel at a time`, async ({ page }) => {
    await page.goto(path)
    await expect(tab(page, 'Google')).toHaveAttribute('aria-selected', 'true')
    await expect(panel(page)).toHaveCount(1)
    await expect(page.getByRole('tabpanel', { name: 'Google' })).toContainText('Paste the link.')
    await tab(page, 'Google').focus()
    await page.keyboard.press('ArrowRight')
    await expect(tab(page, 'Apple')).toBeFocused()
    await expect(page.getByRole('tabpanel', { name: 'Apple' })).toContainText('Choose Other.')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(tab(page, 'Outlook')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('tabpanel', { name: 'Outlook' })).toBeFocused()
  })
}

test('an address that leads into a panel opens its tab, at once and later', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${everyPart}#outlook`)
  await expect(tab(page, 'Outlook')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tablist')).toBeInViewport()
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Apple' }).click()
  await expect(tab(page, 'Apple')).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Questions' }).click()
  await expect(tab(page, 'Apple')).toHaveAttribute('aria-selected', 'true')
})

test('an address that cannot be read leads nowhere, and breaks nothing', async ({ page }) => {
  const seen = complaints(page)
  await page.goto(`${everyPart}#100%`)
  await expect(tab(page, 'Outlook')).toBeVisible()
  expect(seen).toEqual([])
})

test('without JavaScript every part is read in turn, and nothing is offered that would do nothing', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(server.url + everyPart)
  for (const words of ['Paste the link.', 'Choose Other.', 'Choose Import.']) {
    await expect(page.getByText(words)).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Outlook' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'How a lesson is booked' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await context.close()
})

test('where the script of tabs does not come, they are read in turn all the same', async ({ page }) => {
  await page.route('**/*index_1*.js', (route) => route.abort())
  await page.goto(everyPart)
  await expect(page.getByRole('tab')).toHaveCount(0)
  await expect(page.getByText('Choose Import.')).toBeVisible()
})

test('the link to a heading is copied when it is pressed, which is said', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(everyPart)
  const link = page.getByRole('link', { name: 'Link to “See it”' })
  await expect(link).toHaveCSS('opacity', '0')
  await page.getByRole('heading', { name: 'See it' }).hover()
  await expect(link).toHaveCSS('opacity', '1')
  await page.mouse.move(0, 0)
  await link.focus()
  await expect(link).toHaveCSS('opacity', '1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The link was copied.')).toBeAttached()
  await expect(page).toHaveURL(`${server.url}${everyPart}#see-it`)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}${everyPart}#see-it`)
})

test('a block of code is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(everyPart)
  await page.getByRole('button', { name: 'Copy' }).last().click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('No language.\n')
})

test('the table of contents follows the reader', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(everyPart)
  const contents = page.getByRole('navigation', { name: 'On this page' })
  const current = contents.locator('[aria-current=true]')
  await expect(current).toHaveCount(0)
  await page.getByRole('heading', { name: 'See it' }).evaluate((heading) => heading.scrollIntoView())
  await expect(current).toHaveText('See it')
  await page.getByRole('heading', { name: 'Write a script' }).evaluate((heading) => heading.scrollIntoView())
  await expect(current).toHaveText('Write a script')
  await page.keyboard.press('End')
  await expect(current).not.toHaveText('Write a script')
  await page.keyboard.press('Home')
  await expect(current).toHaveCount(0)
})

test('on a phone the table of contents is folded until it is asked for', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(everyPart)
  const contents = page.getByRole('navigation', { name: 'On this page' })
  await expect(contents.getByRole('link', { name: 'See it' })).toBeHidden()
  await contents.getByText('On this page').click()
  await contents.getByRole('link', { name: 'See it' }).click()
  await expect(page).toHaveURL(/#see-it$/)
})

test('a picture that is wider than its column is enlarged and put back by keyboard', async ({ page }) => {
  await page.goto(everyPart)
  const enlarge = page.getByRole('button', { name: 'Enlarge the picture' })
  await expect(enlarge).toHaveCount(1)
  await enlarge.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Picture' })
  const shown = dialog.getByRole('img', { name: 'A wide picture' })
  await expect(shown).toBeVisible()
  const column = await page.locator('.prose').evaluate((prose) => prose.clientWidth)
  expect((await shown.boundingBox())!.width).toBeGreaterThan(column * 1.5)
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(enlarge).toBeFocused()
})

test('a video asks its host for nothing until it is played', async ({ page, server }) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) elsewhere.push(new URL(request.url()).host)
  })
  await page.route(/youtube-nocookie|vimeo|videos\.example/, (route) => route.fulfill({ body: 'a player' }))
  const seen = complaints(page)
  await page.goto(everyPart)
  await page.mouse.wheel(0, 5000)
  await page.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  await page.getByRole('button', { name: 'Play from youtube.com' }).press('Enter')
  const player = page.locator('iframe[title="How a lesson is booked"]')
  await expect(player).toBeFocused()
  await expect(page.frameLocator('iframe').getByText('a player')).toBeVisible()
  await page.getByRole('button', { name: 'Play from videos.example' }).click()
  await expect.poll(() => elsewhere).toEqual(['www.youtube-nocookie.com', 'videos.example'])
  await expect(page.getByRole('button', { name: 'Play from vimeo.com' })).toBeVisible()
  expect(seen).toEqual([])
})

test('on paper there is the whole article with the addresses of its links, and nothing around it', async ({ page }) => {
  await page.goto(everyPart)
  await expect(tab(page, 'Google')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  for (const words of ['Choose Other.', 'free of charge', 'At any time.']) {
    await expect(page.getByText(words)).toBeVisible()
  }
  await expect(page.getByRole('heading', { name: 'Outlook' })).toBeVisible()
  const address = (name: string) =>
    page.getByRole('link', { name }).evaluate((link) => getComputedStyle(link, '::after').content)
  expect(await address('the law')).toContain('https://law.example/')
  for (const role of ['navigation', 'search', 'tablist', 'button', 'contentinfo'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0)
  }
})

test('a “No” asks why and leads to a person', async ({ page, server }) => {
  await page.goto('/help/support/contact/')
  const feedback = page.getByRole('group', { name: 'Was this article helpful?' })
  await feedback.getByRole('button', { name: 'No' }).press('Enter')
  await expect(feedback.getByRole('status')).toBeFocused()
  await expect(feedback.getByRole('link', { name: 'Contact support' })).toBeVisible()
  await feedback.getByLabel('It is hard to follow').check()
  await feedback.getByRole('textbox').fill('Say it in fewer words.')
  await feedback.getByRole('button', { name: 'Send' }).press('Enter')
  await expect(feedback.getByRole('status')).toContainText('We use this to improve the article.')
  await expect(feedback.getByRole('link', { name: 'Contact support' })).toBeVisible()
  const headers = { Authorization: `Bearer ${server.secretKey}` }
  const insights = await fetch(`${server.url}/v1/articles/insights`, { headers })
  const { data } = (await insights.json()) as { data: { article: string }[] }
  expect(data.find(({ article }) => article === 'support/contact')).toMatchObject({
    notHelpful: 1,
    reasons: [{ reason: 'unclear', count: 1 }],
    comments: [{ comment: 'Say it in fewer words.' }],
  })
})

test('an answer that does not arrive can be sent again', async ({ page }) => {
  await page.goto('/help/guide/stop/')
  const feedback = page.getByRole('group', { name: 'Was this article helpful?' })
  await page.route('**/v1/feedback', (route) => route.abort())
  await feedback.getByRole('button', { name: 'Yes' }).click()
  await expect(feedback.getByRole('alert')).toContainText('did not reach us')
  await page.unroute('**/v1/feedback')
  await feedback.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(feedback.getByRole('status')).toContainText('Thank you')
})

test('a language that is written from right to left is read from there, and its words in English are not', async ({
  page,
}) => {
  await page.goto('/ar/help/guide/stop/')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectNoBarrier(page)
  const step = page.getByRole('listitem').filter({ hasText: 'اختر' })
  const number = await step.evaluate((item) => getComputedStyle(item, '::before').insetInlineStart)
  expect(number).toBe('0px')
  const [text, column] = await Promise.all([
    page.locator('.callout').boundingBox(),
    page.locator('.prose').boundingBox(),
  ])
  expect(text!.x + text!.width).toBeCloseTo(column!.x + column!.width, 0)
  expect(await page.locator('.callout').evaluate((callout) => getComputedStyle(callout).borderRightWidth)).toBe('3px')

  await page.goto(`/ar${everyPart}`)
  await expect(page.locator('article')).toHaveAttribute('dir', 'ltr')
  await expectNoBarrier(page)
})

test('a page that has moved leads to where it is, and one that is missing to what its address says', async ({
  page,
  request,
}) => {
  await page.goto('/help/guide/halt/?from=mail')
  await expect(page).toHaveURL(/\/help\/guide\/stop\/\?from=mail$/)
  const answer = await request.get('/help/guide/halt', { maxRedirects: 0 })
  expect(answer.status()).toBe(301)

  expect((await page.goto('/help/old/contact-us.html'))?.status()).toBe(404)
  await expect(page.getByRole('searchbox')).toHaveValue('old contact us')
  const closest = page.getByRole('list', { name: 'Search results' }).getByRole('link')
  await expect(closest.first()).toHaveText('Contact us')
  await expectNoBarrier(page)
  await closest.first().click()
  await expect(page).toHaveURL(/\/help\/support\/contact\/$/)
})
