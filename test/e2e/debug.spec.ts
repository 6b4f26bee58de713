import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { startApiProcess, type ServerProcess } from '../support/start-server.ts'
import { call, step, test } from './guided/guided-test.ts'
import { serveHostPage } from './guided/host-page.ts'
import { enrol, panel as help, test as withHelp } from './guided/help-test.ts'

const panel = (page: Page) => page.getByRole('region', { name: 'Cairn debug panel' })
const section = (page: Page, name: string) =>
  panel(page)
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
/** What the panel says about something, by its title. */
const about = (page: Page, title: string) => panel(page).getByRole('listitem').filter({ hasText: title })
const debugging = '&cairn-debug'

test('says of everything there is whether it shows, and why, on a page that forbids all it can', async ({
  page,
  host,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(host('/', debugging))
  await expect(about(page, 'A walk')).toContainText('Not shown')
  await expect(about(page, 'A walk')).toContainText("open('walk') shows it")
  await expect(about(page, 'A walk')).toContainText('Server: Not shown before.')
  await expect(about(page, 'guided')).toContainText('For accounts of other segments.')
  await expect(about(page, 'By address')).toContainText('It belongs on other pages: /students/*')
  await expect(about(page, 'By event')).toContainText('“lesson_booked” has not been sent from this tab.')
  await expect(about(page, 'By event')).toContainText('Server: May come up by itself. Not shown before.')
  await expect(about(page, 'Notice')).toContainText('It belongs on other pages: /second')
  await expect(about(page, 'Beacon of “Something new”').getByText('Shown', { exact: true })).toBeVisible()

  // With each decision, and with when it will be otherwise.
  await call(page, 'track', 'lesson_booked')
  await expect(about(page, 'By event')).toContainText(/Its delay of 1 s is not over. Again at \d\d:\d\d:\d\d\./)
  await expect(step(page, 'After the event')).toBeVisible()
  await expect(about(page, 'By event')).toContainText('ShownBy event')
  expect(complaints).toEqual([])
})

test('is there on later pages until it is closed, and on pages that nobody debugs loads nothing', async ({
  page,
  host,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await Promise.all([page.waitForResponse('**/v1/state'), page.goto(host())])
  expect(asked.filter((url) => url.includes('/debug-'))).toEqual([])
  await page.goto(host('/', debugging))
  await section(page, 'Person').click()
  await panel(page).getByRole('button', { name: 'Move out of the way' }).click()
  await page.goto(host('/second'))
  await expect(panel(page).getByRole('term').filter({ hasText: 'Anonymous id' })).toBeVisible()
  expect((await panel(page).boundingBox())!.x).toBeGreaterThan(600)
  await panel(page).getByRole('button', { name: 'Minimise' }).click()
  await expect(section(page, 'Person')).toBeHidden()
  await panel(page).getByRole('button', { name: 'Close the debug panel' }).click()
  await expect(panel(page)).toBeHidden()
  asked.length = 0
  await Promise.all([page.waitForResponse('**/v1/state'), page.goto(host())])
  expect(asked.filter((url) => url.includes('/debug-'))).toEqual([])
  await expect(panel(page)).toBeHidden()
})

test('lists what was sent, what the server refused, what the tracking plan does not name, and what went wrong', async ({
  page,
  host,
  user,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(host('/', debugging))
  await section(page, 'Messages').click()
  await expect(about(page, `identify ${user}`)).toContainText('sent')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await call(page, 'track', 'team_invited', { role: 'owner', colour: 'red' })
  await call(page, 'track', 'lesson_bookd')
  await call(page, 'track', '')
  await expect(about(page, 'track team_invited')).toContainText('waits')
  await expect(about(page, 'track team_invited')).toContainText('Not in the tracking plan: colour.')
  await expect(about(page, 'track lesson_bookd')).toContainText('The tracking plan has no such event.')
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(about(page, 'track team_invited').getByText('sent')).toBeVisible()
  await expect(panel(page).getByText('refused')).toHaveCount(1)
  await expect(panel(page).getByText('A track message needs an "event".')).toBeVisible()

  await call(page, 'open', 'nowhere')
  await section(page, 'Problems').click()
  await expect(about(page, 'there is no nowhere')).toContainText('has this id')
  await panel(page).getByRole('button', { name: 'Copy all as JSON' }).click()
  await expect(panel(page).getByRole('status')).toHaveText('Copied.')
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Record<string, object>
  expect(copied['person']).toMatchObject({ User: user, Account: `school-of-${user}` })
  const invited = { type: 'track', name: 'team_invited', status: 'sent', data: { role: 'text', colour: 'text' } }
  expect(copied['messages']).toContainEqual(expect.objectContaining(invited))
  expect(copied['rows']).toContainEqual(expect.objectContaining({ id: 'walk', isShown: false }))
})

test('keeps what is unfolded, and the focus, while other things happen', async ({ page, host }) => {
  await page.goto(host('/', debugging))
  await section(page, 'Messages').click()
  await call(page, 'track', 'team_invited', { role: 'owner' })
  const summary = about(page, 'track team_invited').locator('summary')
  await summary.press('Enter')
  await call(page, 'track', 'invoice_sent', { amount: 9 })
  await expect(about(page, 'track invoice_sent').getByText('sent', { exact: true })).toBeVisible()
  await expect(about(page, 'track team_invited').getByText('"role": "owner"')).toBeVisible()
  await expect(about(page, 'track invoice_sent').locator('pre')).toBeHidden()
  await expect(summary).toBeFocused()
})

test('finds definitions by title or id', async ({ page, host }) => {
  await page.goto(host('/', debugging))
  const field = panel(page).getByRole('searchbox', { name: 'Find by title or id' })
  await field.fill('By EV')
  await expect(panel(page).getByRole('listitem')).toHaveCount(1)
  await expect(about(page, 'By event')).toBeVisible()
  await expect(field).toBeFocused()
  await field.fill('nowhere')
  await expect(panel(page)).toContainText('Nothing has this in its title or id.')
  await field.fill('')
  await expect(about(page, 'A walk')).toBeVisible()
})

test('asks the server for no reasons after it was closed', async ({ page, host }) => {
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/state')) asked.push(request.postDataJSON())
  })
  await Promise.all([page.waitForResponse('**/v1/state'), page.goto(host('/', debugging))])
  await panel(page).getByRole('button', { name: 'Close the debug panel' }).click()
  expect(asked.at(-1)).toMatchObject({ explain: true })
  await Promise.all([page.waitForResponse('**/v1/state'), call(page, 'group', 'another', {})])
  expect(asked.at(-1)).not.toHaveProperty('explain')
})

test('says of a tour how it ended, and which targets were missing', async ({ page, host }) => {
  await page.goto(host('/', debugging))
  await expect(about(page, 'Gone')).toContainText("open('gone') shows it")
  await panel(page).getByRole('button', { name: 'Move out of the way' }).click()
  await call(page, 'open', 'gone')
  await step(page, 'The first').getByRole('button', { name: 'Next' }).click()
  await expect(step(page, 'In the middle')).toBeVisible()
  await expect(about(page, 'Gone')).toContainText('Step “Skipped” was skipped: #nowhere was not on / within 0.3 s.')
  await step(page, 'In the middle').getByRole('button', { name: 'Next' }).click()
  await expect(about(page, 'Gone')).toContainText('Step “Never seen” ended the tour')
  await expect(about(page, 'Gone')).toContainText('It ended by itself on this page')
})

test.describe('where the server does not answer as hoped', () => {
  const secret = 'a secret of thirty-two characters'
  const verifying = test.extend<object, { cairn: ServerProcess }>({
    cairn: [
      async ({}, use) => {
        const server = await startApiProcess({
          TEST_DIST: 'dist',
          IDENTITY_SECRET: secret,
        })
        await use(server)
        await server.dispose()
      },
      { scope: 'worker' },
    ],
  })

  verifying('says what was answered, and what to do about it until it is done', async ({ page, host, user }) => {
    await page.goto(host('/', debugging))
    await expect(panel(page)).toContainText('/v1/state answered 403: This server verifies users')
    await expect(panel(page)).toContainText('make the userHash of this very user id')
    await expect(panel(page)).not.toContainText('has not answered')
    await section(page, 'Problems').click()
    await expect(about(page, '/v1/state answered 403')).toHaveCount(1)
    await section(page, 'Messages').click()
    await expect(about(page, 'identify').getByText('refused')).toBeVisible()
    await expect(about(page, 'identify')).toContainText('make the userHash of this very user id')

    await call(page, 'identify', user, {}, { userHash: createHmac('sha256', secret).update(user).digest('hex') })
    await section(page, 'What shows').click()
    await expect(about(page, 'calendar').first()).toBeVisible()
    await expect(panel(page)).not.toContainText('answered 403')
  })

  test('says of an unknown key what to check', async ({ page, cairn }) => {
    const other = await serveHostPage(cairn.url, 'pk_of_nobody')
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/?user=mia${debugging}`)
    await expect(panel(page)).toContainText('/v1/state answered 401')
    await expect(panel(page)).toContainText('Check data-key')
    await section(page, 'Messages').click()
    await expect(about(page, 'identify mia')).toContainText('waits')
    await expect(about(page, 'identify mia')).toContainText('Check data-key')
    await page.goto('about:blank')
    await new Promise((resolve) => other.close(resolve))
  })
})

test('asks the server again, and says what has changed', async ({ page, host, cairn, user }) => {
  await page.goto(host('/', debugging))
  await expect(about(page, 'guided')).toContainText('For accounts of other segments.')
  const group = { userId: user, groupId: `guided-${user}`, traits: { segment: 'guided' } }
  const headers = { Authorization: `Bearer ${cairn.secretKey}` }
  await fetch(`${cairn.url}/v1/group`, { method: 'POST', headers, body: JSON.stringify(group) })
  await call(page, 'group', `guided-${user}`)
  await panel(page).getByRole('button', { name: 'Ask the server again' }).click()
  await expect(about(page, 'Learn it')).toContainText('Steps are left.')
  await expect(about(page, 'Learn it')).toContainText('not started, 0 % done.')
  await about(page, 'Learn it').getByText('2 steps').click()
  await expect(panel(page).getByText('Open: Invite somebody, by the event team_invited')).toBeVisible()
})

test.describe('a preview', () => {
  const bar = (page: Page) => panel(page).getByText('nothing is recorded')
  const preview = (page: Page, title: string) =>
    panel(page)
      .getByRole('button', { name: `Preview ${title}` })
      .click()
  const end = (page: Page) => panel(page).getByRole('button', { name: 'End the preview' }).click()

  test('of everything there is reaches neither the server nor the storage', async ({ page, host, user, cairn }) => {
    await page.goto(host('/', debugging))
    await call(page, 'group', `guided-${user}`, { segment: 'guided' })
    await expect(about(page, 'Learn it')).toContainText('Steps are left.')
    await page.waitForLoadState('networkidle')
    const stored = () =>
      page.evaluate(() =>
        [localStorage, sessionStorage].map((storage) =>
          Object.entries(storage)
            .filter(([key]) => !key.endsWith(':debug'))
            .sort(),
        ),
      )
    const before = await stored()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const titles = await panel(page)
      .getByRole('button', { name: /^Preview / })
      .all()
    const names = await Promise.all(titles.map((button) => button.getAttribute('aria-label')))
    expect(names.length).toBeGreaterThan(20)
    await page.evaluate(() =>
      document.querySelectorAll('cairn-root').forEach((root) => root.setAttribute('data-own', '')),
    )
    for (const name of names) {
      await panel(page).getByRole('button', { name: name!, exact: true }).first().click()
      await expect(bar(page)).toBeVisible()
      // All that can be pressed in it, until it is over.
      await page.evaluate(async () => {
        for (let presses = 0; presses < 4; presses++) {
          const shown = document.querySelector('cairn-root:not([data-own])')?.shadowRoot
          shown?.querySelector<HTMLInputElement>('input[type=radio]')?.click()
          const buttons = shown?.querySelectorAll<HTMLButtonElement>('button:not(.fold)') ?? []
          ;[...buttons].at(-1)?.click()
          await new Promise((resolve) => setTimeout(resolve, 40))
        }
      })
      if (await bar(page).isVisible()) await end(page)
      await expect(bar(page)).toBeHidden()
    }
    expect(await stored()).toEqual(before)
    // Reading is all that was done until the page itself says something.
    await Promise.all([page.waitForResponse('**/v1/messages'), call(page, 'track', 'invoice_sent')])
    const others = asked.filter((path) => !/^\/(sdk\/[\w-]+\.js|v1\/state)$/.test(path))
    expect(others).toEqual(['/v1/messages'])
    const facts = await fetch(`${cairn.url}/v1/events?user=${user}`, {
      headers: { Authorization: `Bearer ${cairn.secretKey}` },
    })
    const { data } = (await facts.json()) as { data: { event: string | null }[] }
    expect(data.flatMap(({ event }) => event ?? [])).toEqual(['invoice_sent'])
  })

  test('shows any step in any language, marked as such, and says what would have been recorded', async ({
    page,
    host,
  }) => {
    await page.goto(host('/', debugging))
    // The second time all is loaded, and what is shown is there before the bar is drawn.
    for (let times = 0; times < 2; times++) {
      await preview(page, 'A walk')
      await expect(step(page, 'The first')).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(panel(page).getByRole('button', { name: 'Preview A walk' })).toBeFocused()
    }
    await preview(page, 'A walk')
    const begin = panel(page).getByLabel('Begin at')
    await begin.focus()
    for (const title of ['The second', 'The third']) {
      await page.keyboard.press('ArrowDown')
      await expect(step(page, title)).toBeVisible()
      await expect(begin).toBeFocused()
    }
    await expect(step(page, 'The third')).toContainText('3 of 4')
    await panel(page).getByLabel('Language').selectOption('fr')
    await expect(step(page, 'The third').getByRole('button', { name: 'Suivant' })).toBeVisible()
    await expect(panel(page).getByText('Would have been recorded: 2')).toBeVisible()
    await begin.press('Escape')
    await expect(step(page, 'The third')).toBeHidden()

    // On another page than its own, in the middle.
    await preview(page, 'Pages')
    await panel(page).getByLabel('Begin at').selectOption('2. There')
    await expect(step(page, 'There')).toBeVisible()
    await expect(page).toHaveURL(/cairn-debug/)
    await end(page)

    await preview(page, 'How likely')
    await panel(page).getByLabel('Begin at').selectOption({ index: 2 })
    await expect(page.getByRole('textbox', { name: /What is missing/ })).toBeVisible()
  })

  test('gives the focus back also where it is over before the bar is there', async ({ page, host }) => {
    await page.clock.install()
    await page.goto(host('/', debugging))
    await preview(page, 'A walk')
    await step(page, 'The first').press('Escape')
    const button = panel(page).getByRole('button', { name: 'Preview A walk' })
    await expect(button).toBeFocused()
    await page.clock.pauseAt(Date.now() + 60_000)
    await button.press('Enter')
    // Two frames, of which the second shows a step; the panel is drawn after 40 ms.
    await page.clock.runFor(35)
    await expect(step(page, 'The first')).toBeFocused()
    await page.keyboard.press('Escape')
    await page.clock.runFor(200)
    await expect(button).toBeFocused()
  })

  test('hides what is shown meanwhile, lets nothing come up, and gives both back', async ({ page, host, facts }) => {
    await page.goto(host('/students/7', debugging))
    await expect(step(page, 'On a student')).toBeVisible()
    await panel(page).getByRole('button', { name: 'Move out of the way' }).click()
    await preview(page, 'In the middle')
    const middle = page.getByRole('dialog', { name: 'In the middle' })
    await expect(middle).toBeVisible()
    await expect(step(page, 'On a student')).toBeHidden()
    // The bar can be reached though the page waits.
    await page.keyboard.press('Escape')
    await expect(middle).toBeHidden()
    await expect(step(page, 'On a student')).toBeVisible()
    await expect(panel(page).getByRole('button', { name: 'Preview In the middle' })).toBeFocused()

    await step(page, 'On a student').getByRole('button', { name: 'Close' }).click()
    await preview(page, 'A walk')
    // What is to be shown is claimed before the message is sent.
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await Promise.all([page.waitForResponse('**/v1/messages'), call(page, 'track', 'students_imported')])
    expect(asked.filter((url) => url.endsWith('/v1/shown'))).toEqual([])
    expect(await facts('announcement_shown')).toEqual([])
    await end(page)
    await expect(page.getByRole('region', { name: 'Slid in' })).toBeVisible()
  })
})

withHelp('links of a preview open beside it, not in the help panel of the page', async ({ page, host, user }) => {
  await page.goto(host('/', debugging))
  await enrol(page, user)
  await expect(about(page, 'Learn it')).toContainText('Steps are left.')
  await panel(page).getByRole('button', { name: 'Preview Learn it' }).click()
  await expect(panel(page).getByText('nothing is recorded')).toBeVisible()
  const link = page.getByRole('link', { name: 'What to do about conflicts' })
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()])
  await expect(opened).toHaveURL(/\/help\/planning\/conflicts\/$/)
  await expect(link).toBeVisible()
  await expect(help(page)).toBeHidden()
})

test('opens where nobody may be recorded, says so, and stores and sends nothing', async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(host('/', '&user=&cairn-debug').replace(/user=[\w-]+&/, ''))
  await section(page, 'Person').click()
  await expect(panel(page)).toContainText('Is recordedno')
  await expect(panel(page)).toContainText('Global Privacy Controlon')
  await section(page, 'What shows').click()
  await expect(panel(page)).toContainText('This person may not be recorded, so nothing is asked of the server')
  await call(page, 'track', 'invoice_sent')
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  // The first that is sent comes with the consent, without what was before.
  const [first] = await Promise.all([page.waitForRequest('**/v1/messages'), call(page, 'consent', true)])
  expect(asked.find((path) => path.startsWith('/v1/'))).toBe('/v1/messages')
  const { batch } = first.postDataJSON() as { batch: { type: string }[] }
  expect(batch.map(({ type }) => type)).toEqual(['group'])
})

test('has no barrier: axe, dark, forced colours, phone, from right to left', async ({ page, host }) => {
  for (const [query, width, scheme] of [
    ['', 1280, 'light'],
    ['&dir=rtl&lang=ar', 375, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 667 })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.goto(host('/', debugging + query))
    for (const name of ['Messages', 'Problems', 'Person', 'What shows']) {
      await section(page, name).press('Enter')
      await expect(section(page, name)).toBeFocused()
      expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
    }
    await panel(page).getByRole('button', { name: 'Preview A walk' }).press('Enter')
    await expect(panel(page).getByText('nothing is recorded')).toBeVisible()
    expect((await new AxeBuilder({ page }).include('cairn-root').analyze()).violations).toEqual([])
    const box = (await panel(page).boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(width)
    await page.evaluate(() => sessionStorage.clear())
  }
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(host('/', debugging))
  const line = (name: string) => section(page, name).evaluate((each) => getComputedStyle(each).borderBottomWidth)
  expect(await Promise.all(['What shows', 'Messages'].map(line))).toEqual(['2px', '0px'])
})
