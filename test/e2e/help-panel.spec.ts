import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { ArticleInsight } from '../../api/contract/articles.ts'
import type { Page as Rows } from '../../api/contract/pagination.ts'
import type { SupportRequest } from '../../api/contract/requests.ts'
import type { SearchInsight } from '../../api/contract/searches.ts'
import { askServer } from '../support/ask-server.ts'
import { complaints } from '../support/judge-page.ts'
import { call } from './guided/guided-test.ts'
import { enrol, launcher, openHelp, panel, test } from './guided/help-test.ts'

const keysOfHost = () => document.documentElement.dataset['keys'] ?? ''

test('somebody finds an article with a slip, reads it, follows a link, comes back and says whether it helped', async ({
  page,
  host,
  cairn,
}) => {
  const ask = askServer(cairn)
  const seen = complaints(page)
  await openHelp(page, host())
  const help = panel(page)
  const field = help.getByRole('searchbox', { name: 'Search for an answer' })
  await expect(field).toBeFocused()
  await field.pressSequentially('subscibe google calender')
  await expect(help.getByRole('status')).toContainText('Showing results for “subscribe google calendar”')
  const hits = help.getByRole('list', { name: 'Search results' }).getByRole('link')
  await expect(hits.first()).toContainText('See lessons in Google, Apple or Outlook')
  await expect(hits.first().locator('mark').first()).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await expect(hits.first()).toBeFocused()
  await page.keyboard.press('Enter')
  const title = help.getByRole('heading', { name: 'See lessons in Google, Apple or Outlook', level: 2 })
  await expect(title).toBeFocused()
  await expect(help.getByRole('heading', { name: 'Google Calendar', level: 4 })).toBeVisible()
  await expect(help.getByRole('cell', { name: 'the meeting place' })).toBeAttached()
  await expect(help.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute(
    'href',
    `${cairn.url}/help/planning/calendar-link/`,
  )
  // The policy of this page forbids pictures of others.
  await expect(help.getByRole('link', { name: /^Lessons go from Roadbook to Google Calendar/ })).toBeVisible()

  await help.getByRole('link', { name: 'Availability', exact: true }).click()
  await expect(help.getByRole('heading', { level: 2 })).toHaveText('Set when you are available')
  await help.getByRole('button', { name: 'Back' }).click()
  await expect(title).toBeVisible()
  await expect(help.getByRole('link', { name: 'Availability', exact: true })).toBeFocused()

  const block = help.getByRole('group', { name: 'Was this article helpful?' })
  await block.getByRole('button', { name: 'No', exact: true }).click()
  await block.getByRole('radio', { name: 'It is hard to follow' }).check()
  await block.getByRole('textbox').fill('Which link?')
  await block.getByRole('button', { name: 'Send' }).click()
  await expect(block.getByText('We use this to improve the article.')).toBeFocused()
  await help.getByRole('button', { name: 'Back' }).click()
  await expect(field).toHaveValue('subscibe google calender')
  await expect(hits.first()).toBeFocused()

  const read = async () => (await ask<Rows<ArticleInsight>>('GET /v1/articles/insights')).data
  await expect.poll(read).toContainEqual(
    expect.objectContaining({
      article: 'planning/calendar-link',
      views: 1,
      notHelpful: 1,
      comments: [expect.objectContaining({ reason: 'unclear', comment: 'Which link?' })],
    }),
  )
  const searches = async () => (await ask<Rows<SearchInsight>>('GET /v1/searches/insights')).data
  await expect
    .poll(searches)
    .toMatchObject([
      { query: 'subscibe google calender', searches: 1, clicks: 1, clicked: [{ article: 'planning/calendar-link' }] },
    ])
  expect(seen.filter((text) => !text.includes('Loading the image'))).toEqual([])
})

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

test('suggests what was chosen for a page, and what its heading finds on others', async ({ page, host }) => {
  await openHelp(page, host('/second'))
  const help = panel(page)
  await expect(help.getByRole('list', { name: 'Suggested for this page' }).getByRole('link')).toHaveText([
    /conflict/,
    'Book a lesson',
  ])
  await page.evaluate(() => {
    history.pushState(null, '', '/students/7')
    document.querySelector('h1')!.textContent = 'Import students'
  })
  await expect(help.getByRole('list', { name: 'Suggested for this page' }).getByRole('link').first()).toHaveText(
    /Import/,
  )
})

test('takes a request, with what was typed kept until it has arrived', async ({ page, host, cairn, user }) => {
  const ask = askServer(cairn)
  await openHelp(page, host())
  const help = panel(page)
  await help.getByRole('button', { name: 'Contact support' }).click()
  const [subject, message] = [help.getByLabel('What is it about?'), help.getByLabel('What happened?')]
  await expect(subject).toBeFocused()
  await help.getByRole('button', { name: 'Send' }).click()
  await expect(subject).toBeFocused()
  await expect(subject).toHaveAccessibleDescription('Say in a few words what it is about.')
  await subject.pressSequentially('send an invoice')
  await help.getByRole('link', { name: 'Send an invoice' }).click()
  await expect(help.getByRole('heading', { level: 2 })).toHaveText('Send an invoice')
  await help.getByRole('button', { name: 'Back' }).click()
  await message.fill('Nothing happens.')
  await help.getByLabel('How much does it hold you up?').selectOption({ label: 'We cannot work at all' })
  await expect(help.getByText('Answered within 30 minutes.')).toBeVisible()

  await page.reload()
  await expect(message).toHaveValue('Nothing happens.')
  await expect(help.getByLabel('How much does it hold you up?')).toHaveValue('P0')
  await help.getByRole('button', { name: 'Close help' }).click()
  await launcher(page).click()
  await expect(subject).toHaveValue('send an invoice')
  await help.getByLabel('Your e-mail address').fill('mia@linde.example')

  await page.route('**/v1/requests', (route) => route.abort())
  await help.getByRole('button', { name: 'Send' }).click()
  await expect(help.getByRole('alert')).toContainText('Nothing is lost')
  await page.unroute('**/v1/requests')
  await help.getByRole('button', { name: 'Send' }).click()
  await expect(help.getByRole('heading', { name: 'We have your message' })).toBeFocused()
  await expect(help.getByText(/by .+ at the latest/)).toBeVisible()
  const { data } = await ask<Rows<SupportRequest>>('GET /v1/requests')
  const mine = data.find(({ userId }) => userId === user)
  expect(mine).toMatchObject({ subject: 'send an invoice', severity: 'P0', email: 'mia@linde.example' })
  await expect(help.getByText(`Its reference is ${mine?.reference ?? '?'}.`)).toBeVisible()
  await help.getByRole('button', { name: 'Back to help' }).click()
  await help.getByRole('button', { name: 'Contact support' }).click()
  await expect(subject).toHaveValue('')
})

test('holds the news, which are seen once they were opened, and the checklist', async ({ page, host, user }) => {
  await page.goto(host())
  await enrol(page, user)
  await expect(launcher(page)).toHaveAccessibleName('Help (2 new)')
  await expect(page.getByRole('region', { name: 'Learn it' })).toBeVisible()
  await launcher(page).click()
  const help = panel(page)
  await expect(page.getByRole('region', { name: 'Learn it' })).toBeHidden()
  await help.getByRole('button', { name: /What’s new/ }).click()
  await expect(help.getByRole('heading', { level: 3 })).toHaveText(['A newer one', 'An older one'])
  await expect(help.getByRole('article', { name: 'A newer one' })).toContainText('NewFebruary 3, 2026')
  await expect(help.getByText('New', { exact: true })).toHaveCount(2)
  await help.getByRole('button', { name: 'See the steps' }).click()
  await expect(help).toBeHidden()
  await expect(page.getByRole('region', { name: 'Learn it' })).toBeVisible()
  await expect(launcher(page)).toHaveAccessibleName('Help')

  await Promise.all([page.waitForResponse('**/v1/state'), page.reload()])
  await expect(launcher(page)).toHaveAccessibleName('Help')
  await enrol(page, user)
  await call(page, 'track', 'students_imported')
  await launcher(page).click()
  await expect(help.getByRole('button', { name: 'Learn it' })).toContainText('0 of 2 steps')
  await call(page, 'track', 'team_invited')
  await expect(help.getByRole('button', { name: 'Learn it' })).toContainText('1 of 2 steps')
  await help.getByRole('button', { name: 'Learn it' }).click()
  await expect(help).toBeHidden()
  await expect(page.getByRole('region', { name: 'An older one' })).toBeHidden()
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
  await call(page, 'track', 'students_imported')
  await page.waitForTimeout(1000)
  await expect(news).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(news).toBeVisible()
  await expect(launcher(page)).toBeHidden()
  await news.getByRole('button', { name: 'Close' }).click()
  await expect(launcher(page)).toBeVisible()
})

test('takes in an article that a step links to, at once and when it is open', async ({ page, host, user, cairn }) => {
  await page.goto(host())
  await enrol(page, user)
  const link = page.getByRole('link', { name: 'What to do about conflicts', exact: true })
  await link.click()
  const article = panel(page).getByRole('heading', { level: 2 })
  await expect(article).toHaveText('Resolve a booking conflict')
  await expect(article).toBeFocused()
  expect(page.context().pages()).toHaveLength(1)

  // As in a banner, which stays while the panel is open.
  await page.locator('cairn-root').evaluate((root, href) => {
    root.shadowRoot?.append(Object.assign(document.createElement('a'), { href, textContent: 'What to do then' }))
  }, `${cairn.url}/help/planning/book-lesson/`)
  await page.getByRole('link', { name: 'What to do then' }).dispatchEvent('click')
  await expect(article).toHaveText('Book a lesson')
  await panel(page).getByRole('button', { name: 'Back' }).click()
  await expect(panel(page).getByRole('searchbox')).toBeVisible()

  const other = page.context().waitForEvent('page')
  await page.keyboard.press('Escape')
  await link.click({ modifiers: ['Control'] })
  expect((await other).url()).toContain('/help/planning/conflicts/')
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
  await Promise.all([page.waitForResponse('**/v1/state'), page.reload()])
  await page.waitForTimeout(500)
  await expect(panel(page)).toBeHidden()
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

test('copies of an article nothing but its words', async ({ page, host }) => {
  await page.route('**/help/account/cancel/', (route) =>
    route.fulfill({
      headers: { 'content-type': 'text/html', 'access-control-allow-origin': '*' },
      body: `<!doctype html><div data-article="account/cancel" data-locale="en"><article><h1>Title</h1><div class="prose">
        <p style="position:fixed" onclick="hit()" class="help">Words <b onmouseover="hit()">bold</b></p>
        <script>document.documentElement.dataset.hit = 1</script><svg><script>hit()</script></svg>
        <img src="x" onerror="document.documentElement.dataset.hit = 1" alt="A picture">
        <a href="javascript:hit()">bad</a> <a href=" java&#10;script:hit()">worse</a> <a href="data:text/html,x">data</a>
        <a href="https://example.com/" ping="https://example.com/ping">out</a>
        <iframe src="https://example.com/film" title="A film" srcdoc="<script>hit()</script>"></iframe>
        <form action="/x"><input value="typed"><button>Press</button>In a form</form>
        <details open ontoggle="hit()"><summary>More</summary>Inside</details></div></article></div>`,
    }),
  )
  await openHelp(page, host())
  const help = panel(page)
  await help.getByRole('searchbox').fill('cancel your plan')
  await help.getByRole('link', { name: /Cancel your plan/ }).click()
  const text = help.locator('.prose')
  await expect(text).toContainText('In a form')
  await expect(help.getByRole('link', { name: 'A picture' })).toBeVisible()
  const copy = await text.evaluate((element) =>
    [...element.querySelectorAll('*')].map((each) => `${each.localName} ${each.getAttributeNames().join(' ')}`.trim()),
  )
  expect(copy).toEqual([
    ...['p', 'b', 'a href target rel', 'a href target rel', 'p', 'a href target rel', 'details open', 'summary'],
  ])
  await expect(text.getByText('bad')).not.toHaveRole('link')
  await expect(help.getByRole('link', { name: 'A film' })).toHaveAttribute('href', 'https://example.com/film')
  expect(await page.evaluate(() => document.documentElement.dataset['hit'])).toBeUndefined()
})

test('says so where an article does not come, and loads it when asked again', async ({ page, host }) => {
  await openHelp(page, host('/second'))
  const help = panel(page)
  const link = help.getByRole('link', { name: 'Book a lesson' })
  await page.route('**/help/planning/**', (route) => route.abort())
  await link.click()
  await expect(help.getByRole('heading', { level: 2 })).toContainText('could not be loaded')
  await page.unroute('**/help/planning/**')
  await help.getByRole('button', { name: 'Try again' }).click()
  await expect(help.getByRole('heading', { level: 2 })).toHaveText('Book a lesson')
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
