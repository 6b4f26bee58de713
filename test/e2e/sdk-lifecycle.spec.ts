import { chromium, expect, type Page } from '@playwright/test'
import { call, test } from '../support/host-page.ts'

const checklist = (page: Page) => page.locator('cairn-root .checklist')
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cairn:')))

test('a browser that lacks what Cairn needs is left alone', async ({ page, host }) => {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => problems.push(message.text()))
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.addInitScript(() => (CSS.supports = () => false))
  await page.goto(host({ user: crypto.randomUUID() }))
  await call(page, 'track', 'invoice_sent')
  await page.waitForTimeout(500)
  expect(asked).toEqual(['/', '/sdk/cairn.js'])
  expect(problems).toEqual([])
  expect(await stored(page)).toEqual([])
})

test('works where the browser cannot make a random id', async ({ page, host, eventsOf }) => {
  const user = crypto.randomUUID()
  await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'))
  await page.goto(host({ user }))
  await call(page, 'track', 'invoice_sent')
  await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent'])
})

test('a nonce is enough where a policy wants one: its parts take over that of the script', async ({ page, host }) => {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  await page.goto(host({ user: crypto.randomUUID(), nonce: 'cGFnZQ' }))
  await expect(checklist(page)).toBeVisible()
  expect(complaints).toEqual([])
})

test('runs under Subresource Integrity, by the hash that is published', async ({ page, host, server }) => {
  const hashes = (await (await fetch(`${server.url}/sdk/integrity.json`)).json()) as Record<string, string>
  const attributes = (hash = '') => `crossorigin="anonymous" integrity="${hash}"`
  const user = crypto.randomUUID()
  await page.goto(host({ user, attributes: attributes(hashes['cairn.js']) }))
  await expect(checklist(page)).toBeVisible()
  await page.goto(host({ user, attributes: attributes(`sha384-${'A'.repeat(64)}`) }))
  await page.waitForTimeout(500)
  expect(await page.locator('cairn-root').count()).toBe(0)
})

test('with their hashes in an import map its parts are checked too, also when they are asked for again', async ({
  browser,
  page,
  host,
  server,
}) => {
  const hashes = (await (await fetch(`${server.url}/sdk/integrity.json`)).json()) as Record<string, string>
  const integrity = Object.fromEntries(
    Object.entries(hashes).map(([file, hash]) => [`${server.url}/sdk/${file}`, hash]),
  )
  const head = `<script type="importmap">${JSON.stringify({ integrity })}</script>`
  const address = host({ user: crypto.randomUUID(), head })
  await page.goto(address)
  await expect(checklist(page)).toBeVisible()

  // One that remembers nothing of the part.
  const other = await browser.newPage()
  const reports: string[] = []
  other.on('console', (message) => message.text().startsWith('Cairn:') && reports.push(message.text()))
  await other.route(/\/sdk\/core-/, async (route) => {
    await route.fulfill({ response: await route.fetch(), body: 'document.title = "changed"' })
  })
  await other.goto(address)
  await expect.poll(() => reports.length, { timeout: 20_000 }).toBeGreaterThan(1)
  expect(await other.title()).toBe('Host')
  await other.close()
})

test('nothing is stored, sent or shown before consent, which later pages remember until it is refused', async ({
  page,
  host,
  eventsOf,
}) => {
  const user = crypto.randomUUID()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const address = host({ user, attributes: 'data-consent="required"' })
  await page.goto(address)
  await call(page, 'track', 'student_created')
  await page.waitForTimeout(500)
  expect(asked).toEqual(['/', '/sdk/cairn.js'])
  expect(await stored(page)).toEqual([])

  await call(page, 'consent', true)
  await expect(checklist(page)).toBeVisible()
  await page.goto(address)
  await expect(checklist(page)).toBeVisible()
  await call(page, 'track', 'invoice_sent')
  await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent'])

  await call(page, 'consent', false)
  await expect(checklist(page)).toBeHidden()
  expect(await stored(page)).toEqual([expect.stringMatching(/:consent$/)])
})

test('what is on its way when consent is withdrawn leaves nothing behind when it arrives', async ({ page, host }) => {
  let arrive = () => {}
  const withdrawn = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/v1/messages', async (route) => {
    await withdrawn
    await route.continue()
  })
  const sent = page.waitForRequest('**/v1/messages')
  await page.goto(host({ user: crypto.randomUUID(), attributes: 'data-consent="required"' }))
  await call(page, 'consent', true)
  const request = await sent
  await call(page, 'consent', false)
  arrive()
  await (await request.response())?.finished()
  await page.waitForTimeout(100)
  expect(await stored(page)).toEqual([expect.stringMatching(/:consent$/)])
})

test('whoever signs out in one tab is forgotten in all', async ({ page, host }) => {
  await page.goto(host({ user: crypto.randomUUID() }))
  await expect(checklist(page)).toBeVisible()
  const second = await page.context().newPage()
  await second.goto(host())
  await expect(checklist(second)).toBeVisible()
  await call(second, 'reset')
  await expect(checklist(second)).toBeHidden()
  await expect(checklist(page)).toBeHidden()
  const identity = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.endsWith(':identity')))
  expect(JSON.stringify(identity)).not.toContain('userId')
})

test('a tab that sleeps with the lock does not keep others from sending', async ({ page, host, server, eventsOf }) => {
  const user = crypto.randomUUID()
  // The wait of half a minute is over at once.
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = (milliseconds) => timeout(milliseconds > 20_000 ? 500 : milliseconds)
  })
  const sleeper = await page.context().newPage()
  await sleeper.goto(host())
  await sleeper.evaluate(
    (name) =>
      new Promise<void>((held) => {
        void navigator.locks.request(name, () => (held(), new Promise(() => undefined)))
      }),
    `cairn:${server.writeKey}:`,
  )
  await page.goto(host({ user }))
  await call(page, 'track', 'invoice_sent')
  await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent'])
})

test('a page that was frozen goes on where it was', async ({ page, host, eventsOf }) => {
  const user = crypto.randomUUID()
  await page.goto(host({ user }))
  await expect(checklist(page)).toBeVisible()
  const session = await page.context().newCDPSession(page)
  await call(page, 'track', 'student_created')
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await call(page, 'track', 'invoice_sent')
  await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent', 'student_created'])
})

test('a page that is left while it sends comes back from the back/forward cache, with Cairn', async ({
  host,
  eventsOf,
}) => {
  const user = crypto.randomUUID()
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {}
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(host({ user }))
    await expect(checklist(page)).toBeVisible()
    await page.evaluate(() => {
      const { fetch } = window
      window.fetch = async (address, init) => {
        await new Promise((resolve) => setTimeout(resolve, 1000))
        return fetch(address, init)
      }
      // Heard by nobody where the page is loaded anew.
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) (window as unknown as { cairn: { track(event: string): void } }).cairn.track('invoice_sent')
      })
    })
    await call(page, 'track', 'student_created')
    // It holds the lock by now, for which the next page asks.
    await page.waitForTimeout(300)
    await page.goto(host({}, '/elsewhere'))
    // Not by `goBack`, which waits for a page to load that does not.
    await page.evaluate(() => setTimeout(() => history.back(), 300))
    await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent', 'student_created'])
    await expect(checklist(page)).toBeVisible()
    await call(page, 'open', 'nps')
    await expect(page.getByRole('region', { name: 'Your opinion' })).toBeVisible()
  } finally {
    await browser.close()
  }
})

const languages = [
  { lang: 'de-CH', dismiss: 'Liste ausblenden', opinion: 'Ihre Meinung' },
  { lang: 'es', dismiss: 'Ocultar la lista', opinion: 'Su opinión' },
  { lang: 'fr', dismiss: 'Masquer la liste', opinion: 'Votre avis' },
]
for (const { lang, dismiss, opinion } of languages) {
  test(`speaks the language of the page: ${lang}`, async ({ page, host }) => {
    await page.goto(host({ user: crypto.randomUUID(), lang }))
    await expect(page.getByRole('button', { name: dismiss })).toBeVisible()
    await call(page, 'open', 'nps')
    await expect(page.getByRole('region', { name: opinion })).toBeVisible()
  })
}

test('the language of the script tag comes before that of the page', async ({ page, host }) => {
  await page.goto(host({ user: crypto.randomUUID(), lang: 'es', attributes: 'data-locale="de"' }))
  await expect(page.getByRole('button', { name: 'Liste ausblenden' })).toBeVisible()
})

test('on a page from right to left everything is', async ({ page, host }) => {
  await page.goto(host({ user: crypto.randomUUID(), lang: 'ar', dir: 'rtl' }))
  await expect(checklist(page)).toBeVisible()
  await page.waitForTimeout(300)
  const width = page.viewportSize()?.width ?? 0
  const card = await checklist(page).boundingBox()
  expect(card?.x).toBe(16)
  const dismiss = await page.getByRole('button', { name: 'Dismiss checklist' }).boundingBox()
  expect(dismiss?.x).toBeLessThan((card?.x ?? 0) + 60)
  await call(page, 'open', 'nps')
  const survey = page.getByRole('region', { name: 'Your opinion' })
  await expect(survey).toBeVisible()
  const [zero, ten] = await Promise.all(
    ['0', '10'].map((name) => page.getByRole('radio', { name, exact: true }).boundingBox()),
  )
  expect(zero?.x).toBeGreaterThan(ten?.x ?? width)
  expect(await survey.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
})

test('words of another direction are read in theirs, and stay at the edge where the others begin', async ({
  page,
  host,
}) => {
  await page.goto(host({ user: crypto.randomUUID(), lang: 'ar', dir: 'rtl' }))
  await expect(checklist(page)).toBeVisible()
  const [first, last, edge] = await checklist(page)
    .locator('.fold .muted')
    .evaluate((count) => {
      const words = count.firstChild!
      const xOf = (at: number) => {
        const range = document.createRange()
        range.setStart(words, at)
        range.setEnd(words, at + 1)
        return range.getBoundingClientRect()
      }
      const begun = count.previousElementSibling!
      const title = document.createRange()
      title.selectNodeContents(begun)
      const all = document.createRange()
      all.selectNodeContents(count)
      return [
        xOf(0).x,
        xOf(words.textContent!.length - 1).x,
        all.getBoundingClientRect().right - title.getBoundingClientRect().right,
      ]
    })
  // "0 of 5 steps", not "of 5 steps 0".
  expect(first).toBeLessThan(last)
  expect(Math.abs(edge)).toBeLessThan(1)
})
