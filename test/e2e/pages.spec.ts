import { expect } from '@playwright/test'
import {
  complaints,
  expectNoBarrierAt,
  expectNoBarrierInAnyScheme,
  expectNoOverflow,
  expectNoShift,
  watchShifts,
  widths,
} from '../support/judge-page.ts'
import { test } from '../support/server-fixture.ts'

const helpCenter = {
  home: '/',
  topics: '/help/',
  category: '/help/planning/',
  article: '/help/planning/calendar-link/',
  search: '/search/?q=invoice',
  'search without a query': '/search/',
  'search without an answer': '/search/?q=zzzzqqq',
  contact: '/contact/',
  'contact, received': '/contact/received/',
  'missing page': '/help/no/such/page/',
}
const otherPages = {
  demo: '/demo/?account=axe&user=mia-axe',
  'console, signed out': '/console/',
}

for (const width of widths) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    for (const [name, path] of Object.entries({ ...helpCenter, ...otherPages })) {
      test(`${name}: no barrier in light and dark, nothing wider than the screen, nothing against the policy`, async ({
        page,
      }) => {
        const seen = complaints(page)
        await watchShifts(page)
        const cdp = await page.context().newCDPSession(page)
        // What comes late on a slow phone must not move what is there.
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: width < 640 ? 4 : 1 })
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        if (name in helpCenter) await expectNoShift(page)
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
        await expectNoBarrierAt(width, page)
        expect(seen).toEqual([])
      })
    }
  })
}

test('API documentation: no barrier in light and dark, nothing wider than the screen, nothing against the policy', async ({
  page,
}) => {
  const seen = complaints(page)
  await page.goto('/v1/docs')
  await page.waitForLoadState('networkidle')
  await page.setViewportSize({ width: 375, height: 800 })
  await expectNoOverflow(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  // Fifty times as long as any other page, of parts that are alike: one in six is judged, and the first of each method.
  const judged = await page.locator('.operation').evaluateAll((operations) => {
    const methods = new Set<unknown>()
    for (const [index, operation] of operations.entries()) {
      const method = operation.querySelector('.method')?.textContent
      if (index % 6 !== 0 && methods.has(method)) operation.remove()
      methods.add(method)
    }
    return document.querySelectorAll('.operation').length
  })
  expect(judged).toBeGreaterThan(8)
  await expectNoBarrierInAnyScheme(page)
  expect(seen).toEqual([])
})

for (const [name, path] of Object.entries(helpCenter)) {
  test(`${name}: whatever is reached by keyboard shows that it is`, async ({ page }) => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const seen = new Set<string>()
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const outlines = [null, '::after'].map((part) => getComputedStyle(element, part))
        const hasRing = outlines.some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
        )
        return { html: element.outerHTML, isShown: hasRing && element.checkVisibility({ checkOpacity: true }) }
      })
      if (!stop || seen.has(stop.html)) break
      seen.add(stop.html)
      expect(stop.isShown, stop.html).toBe(true)
    }
    expect(seen.size).toBeGreaterThan(4)
  })
}

test('an article is read without JavaScript, and offers nothing that would do nothing', async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${server.url}/help/planning/conflicts/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Was this article helpful?' })).toBeHidden()
  await context.close()
})

test('search relaxes where no article has every word, and leads to a person where none has any', async ({ page }) => {
  await page.goto('/search/?q=wombat+invoice')
  await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toBeVisible()
  await page.goto('/search/?q=zzzzqqq')
  await expect(page.getByRole('link', { name: /contact/i }).first()).toBeVisible()
})

test('search answers while somebody types, and says what it took a misspelt word for', async ({ page }) => {
  await page.goto('/search/')
  const first = page.getByRole('list', { name: 'Search results' }).getByRole('link').first()
  await page.getByRole('searchbox').pressSequentially('how do I canc')
  await expect(first).toHaveText(/cancel/i)
  await expect(page).toHaveURL(/\?q=how%20do%20I%20canc$/)
  await expect(page.locator('mark', { hasText: /^cancel/i }).first()).toBeVisible()

  await page.getByRole('searchbox').fill('cancle my plan')
  await expect(page.getByText('Showing results for “cancel my plan”.')).toBeVisible()
  await expect(first).toHaveText(/cancel/i)
  await page.getByRole('link', { name: 'Search instead for “cancle my plan”' }).click()
  await expect(page.getByText('Showing results for')).toBeHidden()
  await expect(first).not.toHaveText(/cancel/i)
})

test('the search is a key away, and the results of its page are links that can be walked by keyboard', async ({
  page,
}) => {
  await page.goto('/help/planning/conflicts/')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('payment failed')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=payment\+failed/)
  const first = page.getByRole('list', { name: 'Search results' }).getByRole('link').first()
  await expect(first).toHaveText(/payment/i)
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/help\//)
})

test('a view of an article is counted, without a word about who read it', async ({ page, server }) => {
  const sent = page.waitForRequest('**/v1/article-views')
  await page.goto('/help/faq/general/')
  const request = await sent
  expect(JSON.parse(request.postData() ?? '')).toEqual({ article: 'faq/general', locale: 'en' })
  expect(await page.context().cookies()).toEqual([])
  const read = () =>
    fetch(`${server.url}/v1/articles/insights`, { headers: { Authorization: `Bearer ${server.secretKey}` } }).then(
      (response) => response.json() as Promise<{ data: { article: string; views: number }[] }>,
    )
  await expect.poll(async () => (await read()).data.find((row) => row.article === 'faq/general')?.views).toBe(1)
})

test('what browsers and search engines ask for unasked is there', async ({ request, server }) => {
  const icon = await request.get(`${server.url}/favicon.ico`)
  expect(icon.status()).toBe(200)
  expect(icon.headers()['content-type']).toMatch(/^image\//)
  const robots = await request.get(`${server.url}/robots.txt`)
  expect(await robots.text()).toContain('Disallow: /console/')
})
