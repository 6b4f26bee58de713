import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test as base } from '../support/server-fixture.ts'

/** A page of another origin that makes life hard: it forbids all it can, resets every style and listens to every key. */
const test = base.extend<{ host: (user?: string) => string; facts: (path: string) => Promise<unknown[]> }>({
  host: async ({ server }, use) => {
    const page = await serveHost(server.url, server.writeKey)
    const { port } = page.address() as AddressInfo
    const person = crypto.randomUUID()
    await use((user = person) => `http://127.0.0.1:${port}/?user=${user}`)
    page.closeAllConnections()
    await new Promise((resolve) => page.close(resolve))
  },
  facts: async ({ server }, use) => {
    await use(async (path) => {
      const response = await fetch(server.url + path, { headers: { Authorization: `Bearer ${server.secretKey}` } })
      return ((await response.json()) as { data: unknown[] }).data
    })
  },
})

const checklist = (page: Page) => page.getByRole('region', { name: 'Set up your school' })
const nps = (page: Page) => page.getByRole('radiogroup', { name: /How likely are you to recommend/ })
const call = (page: Page, ...given: unknown[]) =>
  page.evaluate((queued) => (window as unknown as { cairn: unknown[] }).cairn.push(queued), given)

test('shows itself on a page that forbids all it can, and breaks none of its rules', async ({ page, host }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(host())
  await expect(checklist(page).getByRole('listitem')).toHaveCount(5)
  await call(page, 'open', 'nps')
  await expect(nps(page).getByRole('radio')).toHaveCount(11)
  expect(complaints).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test('looks the same whatever the page resets and transforms', async ({ page, host }) => {
  await page.goto(host())
  const card = checklist(page)
  await expect(card).toBeVisible()
  const { fontSize, borderTopWidth } = await card.evaluate((element) => getComputedStyle(element))
  expect([fontSize, borderTopWidth]).toEqual(['15px', '1px'])
  expect(await page.locator('cairn-root').count()).toBe(1)
})

test('writes nothing into the page but its element', async ({ page, host }) => {
  const without = () =>
    page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement
      copy.querySelector('cairn-root')?.remove()
      return copy.outerHTML
    })
  const user = crypto.randomUUID()
  await page.route('**/sdk/cairn.js', (route) => route.abort())
  await page.goto(host(user))
  const before = await without()
  await page.unroute('**/sdk/cairn.js')
  await page.goto(host(user))
  await expect(checklist(page)).toBeVisible()
  await call(page, 'open', 'nps')
  await expect(nps(page)).toBeVisible()
  expect(await without()).toBe(before)
  await call(page, 'open', 'calendar')
  await page.waitForTimeout(500)
  expect(await without()).toBe(before)
})

test('has no accessibility violation', async ({ page, host }) => {
  await page.goto(host())
  await expect(checklist(page)).toBeVisible()
  expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  await call(page, 'open', 'nps')
  await expect(nps(page)).toBeVisible()
  expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
})

test('takes no focus by itself, and keeps what is typed from the shortcuts of the page', async ({ page, host }) => {
  await page.goto(host())
  await page.getByLabel('Search of the page').focus()
  await call(page, 'open', 'nps')
  await expect(nps(page)).toBeVisible()
  await expect(page.getByLabel('Search of the page')).toBeFocused()

  await nps(page).getByRole('radio', { name: '3', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(nps(page).getByRole('radio', { name: '4', exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await page.getByRole('textbox', { name: /\?/ }).fill('')
  await page.keyboard.type('slow')
  expect(await page.evaluate(() => document.documentElement.dataset['keys'] ?? '')).toBe('')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Your opinion' })).toBeHidden()
})

test('goes on with a survey after a change of page, and asks it in one tab only', async ({ page, host }) => {
  await page.goto(host())
  const second = await page.context().newPage()
  await second.goto(host())
  await expect(checklist(second)).toBeVisible()
  await call(second, 'track', 'school_went_live')
  await expect(nps(second)).toBeVisible({ timeout: 20_000 })
  await nps(second).getByRole('radio', { name: '9', exact: true }).check()
  await second.reload()
  await expect(nps(second).getByRole('radio', { name: '9', exact: true })).toBeChecked()
  await page.bringToFront()
  await page.waitForTimeout(1000)
  await expect(nps(page)).toBeHidden()
})

test('a visitor who becomes known goes on with the survey, under the same submission', async ({ page, host }) => {
  await Promise.all([page.waitForResponse('**/v1/state'), page.goto(host(''))])
  await call(page, 'open', 'nps')
  const [first] = await answered(page, '/responses', () =>
    nps(page).getByRole('radio', { name: '9', exact: true }).check(),
  )
  const known = page.waitForResponse('**/v1/state')
  await call(page, 'identify', `known-${crypto.randomUUID()}`)
  await known
  await expect(nps(page).getByRole('radio', { name: '9', exact: true })).toBeChecked()
  const [second] = await answered(page, '/responses', () => page.getByRole('button', { name: 'Next' }).click())
  const [before, after] = [first, second].map(
    (response) => response.request().postDataJSON() as Record<'submissionId' | 'anonymousId' | 'userId', string>,
  )
  expect([first.ok(), second.ok()]).toEqual([true, true])
  expect(before?.userId).toBeUndefined()
  expect(after).toMatchObject({ submissionId: before?.submissionId, anonymousId: before?.anonymousId })
  expect(after?.userId).toMatch(/^known-/)
})

test('an answer given without a network arrives when there is one', async ({ page, host, facts }) => {
  const user = crypto.randomUUID()
  await page.goto(host(user))
  await expect(checklist(page)).toBeVisible()
  await call(page, 'open', 'ces')
  const question = page.getByRole('radiogroup')
  await expect(question).toBeVisible()
  await page.context().setOffline(true)
  await question.getByRole('radio', { name: '5', exact: true }).check()
  await call(page, 'track', 'invoice_sent')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Thank you')).toBeVisible()
  await page.context().setOffline(false)
  await expect.poll(() => facts(`/v1/events?user=${user}&event=invoice_sent`)).toHaveLength(1)
  await expect
    .poll(() => facts(`/v1/accounts/school-of-${user}/timeline`))
    .toContainEqual(expect.objectContaining({ kind: 'survey_response', name: 'ces', details: { score: 5 } }))
})

test('an event sent in the moment of leaving arrives, once', async ({ page, host, facts }) => {
  const user = crypto.randomUUID()
  await page.goto(host(user))
  await expect(checklist(page)).toBeVisible()
  await page.evaluate(() => {
    ;(window as unknown as { cairn: unknown[] }).cairn.push(['track', 'invoice_sent'])
    location.href = 'about:blank'
  })
  await expect.poll(() => facts(`/v1/events?user=${user}&event=invoice_sent`)).toHaveLength(1)
})

test('a dismissed checklist stays away until it is opened, and then stays', async ({ page, host }) => {
  await page.goto(host())
  const dismiss = checklist(page).getByRole('button', { name: 'Dismiss checklist' })
  await answered(page, '/v1/shown', () => dismiss.click())
  await expect(checklist(page)).toBeHidden()
  await answered(page, '/v1/state', () => page.reload())
  await expect(checklist(page)).toBeHidden()
  await answered(page, '/v1/shown', () => call(page, 'open', 'school-setup'))
  await expect(checklist(page)).toBeVisible()
  await page.reload()
  await expect(checklist(page)).toBeVisible()
})

test('stays small where it was made small', async ({ page, host }) => {
  await page.goto(host())
  const fold = checklist(page).getByRole('button', { name: /Set up your school/ })
  await fold.press('Enter')
  await expect(fold).toBeFocused()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await page.reload()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(checklist(page).getByRole('listitem').first()).toBeHidden()
})

test('celebrates without confetti where less motion is wanted', async ({ page, host }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(host())
  await expect(checklist(page)).toBeVisible()
  for (const event of ['school_profile_completed', 'team_invited', 'vehicle_added']) await call(page, 'track', event)
  await expect(page.getByRole('status', { name: 'Ready to teach' })).toBeVisible()
  await expect(page.locator('cairn-root .confetti')).toBeHidden()
})

test('works for the length of the page where storage is forbidden', async ({ page, host, facts }) => {
  const user = crypto.randomUUID()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }
  })
  await page.goto(host(user))
  await expect(checklist(page)).toBeVisible()
  await call(page, 'track', 'invoice_sent')
  await expect.poll(() => facts(`/v1/events?user=${user}&event=invoice_sent`)).toHaveLength(1)
  expect(errors).toEqual([])
})

test('an unreachable server is no trouble for the page', async ({ page, host }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.route('**/v1/**', (route) => route.abort())
  await page.route('**/sdk/core-*', (route) => route.abort())
  await page.goto(host())
  await call(page, 'track', 'invoice_sent')
  await page.waitForTimeout(500)
  expect(errors).toEqual([])
})

test('asks again for a part that could not be loaded', async ({ page, host }) => {
  for (const part of ['core', 'checklist', 'survey']) {
    await page.route(`**/sdk/${part}-*`, (route) =>
      route.request().url().endsWith('.js') ? route.abort() : route.continue(),
    )
  }
  await page.goto(host())
  await expect(checklist(page)).toBeVisible()
  await call(page, 'open', 'nps')
  await expect(nps(page)).toBeVisible()
})

test('comes back when the page takes it off', async ({ page, host }) => {
  await page.goto(host())
  await expect(checklist(page)).toBeVisible()
  await page.evaluate(() => document.querySelector('cairn-root')?.remove())
  await expect(checklist(page)).toBeVisible()

  await call(page, 'close')
  await expect(checklist(page)).toBeHidden()
  await page.evaluate(() => document.querySelector('cairn-root')?.remove())
  await expect(page.locator('cairn-root')).toHaveCount(0)
  await call(page, 'open', 'nps')
  await expect(nps(page)).toBeVisible()
})

test('closing everything closes what waits behind it too', async ({ page, host }) => {
  await page.goto(host())
  await expect(checklist(page)).toBeVisible()
  await call(page, 'open', 'nps')
  await call(page, 'open', 'ces')
  const surveys = page.getByRole('region', { name: 'Your opinion' })
  await expect(surveys).toBeVisible()
  await call(page, 'close')
  await expect(surveys).toBeHidden()
  await expect(checklist(page)).toBeHidden()
  await page.waitForTimeout(500)
  await expect(surveys).toBeHidden()
})

test('gives in to a page that keeps taking it off', async ({ page, host }) => {
  await page.goto(host())
  await expect(checklist(page)).toBeVisible()
  const problem = page.waitForEvent('console', (message) => message.text().includes('keeps removing'))
  await page.evaluate(() => {
    const root = document.documentElement
    let count = 0
    const removeIt = () => {
      const element = document.querySelector('cairn-root')
      if (element) root.dataset['removals'] = String(++count)
      element?.remove()
    }
    new MutationObserver(removeIt).observe(root, { childList: true })
    removeIt()
  })
  await problem
  await page.waitForTimeout(300)
  await expect(page.locator('cairn-root')).toHaveCount(0)
  expect(Number(await page.evaluate(() => document.documentElement.dataset['removals']))).toBeLessThan(10)
})

test('speaks French to a French page', async ({ page, host }) => {
  await page.goto(`${host()}&lang=fr-CH`)
  const region = page.locator('cairn-root .checklist')
  await expect(region.getByRole('button', { name: 'Masquer la liste' })).toBeVisible()
  await call(page, 'open', 'nps')
  await expect(page.getByRole('region', { name: 'Votre avis' })).toBeVisible()
  await expect(region).toBeHidden()
  await page.getByRole('button', { name: 'Fermer' }).click()
  await expect(region.getByRole('button', { name: 'Masquer la liste' })).toBeVisible()
})

test('messages of many bytes arrive, and hold up no others', async ({ page, host, facts }) => {
  const user = crypto.randomUUID()
  await page.goto(host(user))
  await expect(checklist(page)).toBeVisible()
  await call(page, 'track', 'invoice_sent', { note: '学'.repeat(30_000) })
  for (let times = 0; times < 4; times++) await call(page, 'track', 'student_created', { note: '学'.repeat(9_000) })
  await call(page, 'track', 'lesson_booked')
  await expect.poll(() => facts(`/v1/events?user=${user}&event=lesson_booked`)).toHaveLength(1)
  expect(await facts(`/v1/events?user=${user}&event=student_created`)).toHaveLength(4)
  expect(await facts(`/v1/events?user=${user}&event=invoice_sent`)).toHaveLength(0)
})

/** Acts, and waits for an answer of the API that the act leads to. */
const answered = (page: Page, path: string, act: () => Promise<unknown>) =>
  Promise.all([page.waitForResponse(`**${path}`), act()])

/** Serves the page, with Cairn embedded twice by mistake. */
async function serveHost(cairn: string, key: string): Promise<Server> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${cairn}`,
    `connect-src ${cairn}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  const files: Record<string, [type: string, text: (user: string, lang: string) => string]> = {
    '/host.css': [
      'text/css',
      () =>
        '* { margin: 0 !important; border: 3px solid red !important; font: 30px serif !important } html { font-size: 62.5% } body { transform: translateY(50px) }',
    ],
    '/host.js': [
      'text/javascript',
      (user) => `window.cairn = [['group', 'school-of-${user}', { segment: 'school', name: 'Linden' }]]
        addEventListener('keydown', ({ key }) => { if (key.length === 1) document.documentElement.dataset.keys = key })`,
    ],
    '/': [
      'text/html',
      (user, lang) => `<!doctype html><html lang="${lang}"><title>Host</title><link rel="stylesheet" href="/host.css">
        <body><label>Search of the page <input></label><script src="/host.js?user=${user}"></script>
        ${`<script async src="${cairn}/sdk/cairn.js" data-key="${key}" data-user="${user}"></script>`.repeat(2)}`,
    ],
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    const [type, text] = files[pathname] ?? ['text/plain', () => '']
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy })
    response.end(text(searchParams.get('user') ?? '', searchParams.get('lang') ?? 'en'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
