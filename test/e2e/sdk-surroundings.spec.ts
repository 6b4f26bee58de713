import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { State } from '../../api/contract/state.ts'
import { call, test } from '../support/host-page.ts'

const checklist = (page: Page) => page.locator('cairn-root .checklist')
const survey = (page: Page) => page.getByRole('region', { name: 'Your opinion' })

test.describe('of two tabs, when one says whether the person agreed, the other follows', () => {
  const address = (host: (page: object, path?: string) => string, user: string) =>
    host({ user, attributes: 'data-consent="required"' })

  test('consent given', async ({ page, host, eventsOf }) => {
    const user = crypto.randomUUID()
    const second = await page.context().newPage()
    await second.goto(address(host, user))
    await page.goto(address(host, user))
    await call(page, 'consent', true)
    await expect(checklist(page)).toBeVisible()
    await expect(checklist(second)).toBeVisible()
    await call(second, 'track', 'invoice_sent')
    await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent'])
  })

  test('consent withdrawn, and given again', async ({ page, host, eventsOf }) => {
    const user = crypto.randomUUID()
    await page.goto(address(host, user))
    await call(page, 'consent', true)
    const second = await page.context().newPage()
    await second.goto(address(host, user))
    await expect(checklist(second)).toBeVisible()
    await call(page, 'consent', false)
    await expect(checklist(page)).toBeHidden()
    await expect(checklist(second)).toBeHidden()
    const asked: string[] = []
    second.on('request', (request) => asked.push(request.url()))
    await call(second, 'track', 'student_created')
    await second.waitForTimeout(300)
    expect(asked).toEqual([])
    const stored = await second.evaluate(() => Object.keys(localStorage))
    expect(stored).toEqual([expect.stringMatching(/:consent$/)])

    await call(page, 'consent', true)
    await expect(checklist(second)).toBeVisible()
    expect(await eventsOf(user)).toEqual([])
  })
})

test('is light or dark as the page says, where it says so, else as the system does', async ({ page, host }) => {
  const isDark = async () =>
    (await checklist(page).evaluate((card) => getComputedStyle(card).backgroundColor)) === 'rgb(32, 31, 28)'
  for (const [system, said, dark] of [
    ['dark', 'light', false],
    ['light', 'dark', true],
    ['dark', 'normal', true],
    ['light', 'normal', false],
  ] as const) {
    await page.emulateMedia({ colorScheme: system })
    await page.goto(host({ user: crypto.randomUUID(), head: `<style>html { color-scheme: ${said} }</style>` }))
    await expect(checklist(page)).toBeVisible()
    expect(await isDark(), `a page that is ${said}, on a system that is ${system}`).toBe(dark)
  }
  await page.goto(host({ user: crypto.randomUUID(), head: '<style>html { color-scheme: light }</style>' }))
  await expect(checklist(page)).toBeVisible()
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'))
  expect(await isDark()).toBe(true)
})

test('runs in a frame, also in one that has no origin and no storage', async ({ page, host, eventsOf }) => {
  for (const sandbox of [null, 'allow-scripts']) {
    const user = crypto.randomUUID()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(host())
    await page.evaluate(
      ([src, rules]) => {
        const frame = document.createElement('iframe')
        frame.style.cssText = 'width: 500px; height: 600px'
        if (rules) frame.setAttribute('sandbox', rules)
        frame.src = src
        document.body.replaceChildren(frame)
      },
      [host({ user }), sandbox] as const,
    )
    const frame = page.frameLocator('iframe')
    await expect(frame.locator('cairn-root .checklist')).toBeVisible()
    await frame.locator('body').evaluate(() => {
      const { cairn } = window as unknown as { cairn: unknown[] }
      cairn.push(['track', 'invoice_sent'], ['open', 'nps'])
    })
    await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent'])
    await frame.getByRole('radio', { name: '9', exact: true }).check()
    await frame.getByRole('button', { name: 'Next' }).click()
    await expect(frame.getByRole('textbox')).toBeVisible()
    expect(errors).toEqual([])
  }
})

test.describe('beside what else is on a page', () => {
  /** As Prototype 1.6 and MooTools 1.4 do: lists become texts, and what is built in takes and gives less than it did. */
  const library = `<script>
    Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join() + ']' }
    Array.prototype.entries = Array.prototype.slice
    for (const name of ['map', 'filter', 'find', 'every', 'some']) {
      const native = Array.prototype[name]
      Array.prototype[name] = function (act) { return native.call(this, (each, index) => act(each, index)) }
    }
    Array.from = (list) => Array.prototype.slice.call(list)
    Object.prototype.each = Object.prototype.extend = () => {}
    Element.prototype.remove = function () { this.parentNode.removeChild(this) }
  </script>`

  test('works where a library has changed what is built in', async ({ page, server, host }) => {
    const user = crypto.randomUUID()
    const warnings: string[] = []
    page.on('console', (message) => warnings.push(message.text()))
    await page.goto(host({ user, head: library }))
    await expect(checklist(page).locator('.stones rect').first()).toBeVisible()
    await call(page, 'track', 'invoice_sent', { lines: [{ hours: [1, 2] }] })
    const headers = { Authorization: `Bearer ${server.secretKey}` }
    await expect
      .poll(async () => {
        const answer = await fetch(`${server.url}/v1/events?user=${user}&event=invoice_sent`, { headers })
        return ((await answer.json()) as { data: { properties: unknown }[] }).data.map(({ properties }) => properties)
      })
      .toEqual([{ lines: [{ hours: [1, 2] }] }])
    await call(page, 'open', 'nps')
    await page.getByRole('radio', { name: '9', exact: true }).check()
    await call(page, 'close', 'nps')
    await call(page, 'open', 'help')
    await expect(page.getByRole('dialog', { name: 'Help' }).getByRole('searchbox')).toBeVisible()
    expect(warnings).toEqual([])
  })

  test('on a phone the checklist comes back when somebody scrolls up, also on a page without a doctype', async ({
    page,
    host,
  }) => {
    await page.setViewportSize({ width: 375, height: 667 })
    const user = crypto.randomUUID()
    await page.goto(host({ user, quirks: 'yes', head: '<style>body { height: 3000px }</style>' }))
    await expect(checklist(page)).toBeInViewport()
    await page.evaluate(() => scrollTo(0, 900))
    await expect(checklist(page)).not.toBeInViewport()
    await page.evaluate(() => scrollTo(0, 300))
    await expect(checklist(page)).toBeInViewport()
  })

  test('runs no address as a script, whatever the server says', async ({ page, host }) => {
    const url = ' java\tscript:document.body.dataset.ran="yes"'
    await page.route('**/v1/state', async (route) => {
      const response = await route.fetch()
      const state = (await response.json()) as State
      for (const { definition } of state.programs) for (const each of definition.steps) Object.assign(each, { url })
      for (const { definition } of state.tours) {
        definition.steps.forEach((each, index) =>
          Object.assign(each, { kind: 'modal', target: null, advance: null, url: index ? url : null }),
        )
      }
      await route.fulfill({ response, json: state })
    })
    await page.goto(host({ user: crypto.randomUUID() }))
    await checklist(page).getByText('Start').first().click()
    await call(page, 'open', 'calendar')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => document.body.dataset)).toEqual({})
  })

  test('an element that has its name, or that of the script, does not stand for it', async ({
    page,
    host,
    eventsOf,
  }) => {
    const user = crypto.randomUUID()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(host({ user, head: '<div id="cairn"></div><form id="track" name="cairn"></form>' }))
    await call(page, 'track', 'invoice_sent')
    await expect.poll(() => eventsOf(user)).toEqual(['invoice_sent'])

    const elsewhere = 'https://elsewhere.example'
    const head = `<img name="currentScript" data-key="pk_1" data-user="mia" data-api="${elsewhere}" src="${elsewhere}/sdk/">`
    asked.length = 0
    await page.goto(host({ user, head }))
    await expect(checklist(page)).toBeHidden()
    expect(asked.filter((address) => /\.js|v1/.test(address) && address.startsWith(elsewhere))).toEqual([])
  })
})

test.describe('to those who need it otherwise', () => {
  /** The middle of what is on show is seen, and nothing of it lies outside of the window. */
  const expectInWindow = async (page: Page) => {
    const box = (await page.locator('cairn-root .card:not([hidden])').boundingBox())!
    const { width, height } = page.viewportSize()!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    expect(box.y + box.height).toBeLessThanOrEqual(height)
    const card = page.locator('cairn-root .card:not([hidden])')
    expect(await card.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  }

  for (const [name, width, height] of [
    ['200 % zoom', 640, 400],
    ['400 % zoom', 320, 256],
  ] as const) {
    test(`a checklist and a survey can be used with ${name}`, async ({ page, host }) => {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(host({ user: crypto.randomUUID() }))
      const fold = checklist(page).getByRole('button', { name: /Set up your school/ })
      await fold.click()
      await expect(checklist(page).getByRole('listitem').first()).toBeVisible()
      await expectInWindow(page)
      await checklist(page).getByRole('listitem').last().scrollIntoViewIfNeeded()
      await expect(checklist(page).getByRole('listitem').last()).toBeInViewport()
      await call(page, 'open', 'nps')
      await page.getByRole('radio', { name: '10', exact: true }).check()
      await expectInWindow(page)
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByRole('textbox').fill('All')
      await expectInWindow(page)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(survey(page).getByRole('status')).toBeVisible()
    })
  }

  test('with forced colours what is chosen and what is done can be told from the rest', async ({ page, host }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await page.goto(host({ user: crypto.randomUUID() }))
    await expect(checklist(page)).toBeVisible()
    expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
    await call(page, 'open', 'nps')
    const looks = (name: string) =>
      page
        .getByRole('radio', { name, exact: true })
        .locator('xpath=following-sibling::span')
        .evaluate((element) => {
          const { backgroundColor, color, borderColor, outline } = getComputedStyle(element)
          return [backgroundColor, color, borderColor, outline].join()
        })
    await page.getByRole('radio', { name: '9', exact: true }).check()
    await page.getByRole('button', { name: 'Next' }).focus()
    expect(await looks('9')).not.toBe(await looks('8'))
    expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
  })

  test('where less motion is wanted nothing moves', async ({ page, host }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(host({ user: crypto.randomUUID() }))
    await expect(checklist(page)).toBeVisible()
    await call(page, 'open', 'nps')
    await expect(survey(page)).toBeVisible()
    const moving = await page.evaluate(() => {
      const root = document.querySelector('cairn-root')?.shadowRoot
      const lasting = (text: string) => text.split(',').some((time) => parseFloat(time) > 0)
      return [...(root?.querySelectorAll('*') ?? [])]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
          return (animationName !== 'none' && lasting(animationDuration)) || lasting(transitionDuration)
        })
        .map((element) => element.outerHTML.slice(0, 80))
    })
    expect(moving).toEqual([])
  })
})
