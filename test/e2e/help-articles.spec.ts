import { expect } from '@playwright/test'
import type { ArticleInsight } from '../../api/contract/articles.ts'
import type { Page as Rows } from '../../api/contract/pagination.ts'
import type { SearchInsight } from '../../api/contract/searches.ts'
import { askServer } from '../support/ask-server.ts'
import { complaints } from '../support/judge-page.ts'
import { enrol, openHelp, panel, test } from './guided/help-test.ts'

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

test('offers what newcomers read first, on a page that says nothing of itself and before anything was read', async ({
  page,
  host,
  cairn,
}) => {
  await openHelp(page, host('/', '&lang=fr'))
  const first = panel(page, 'Aide').getByRole('list', { name: 'Commencer ici' }).getByRole('link')
  await expect(first).toHaveCount(4)
  const titles = await first.allTextContents()
  await page.goto(new URL('/fr/search/', cairn.url).href)
  await expect(page.getByRole('region', { name: 'Commencer ici' }).getByRole('link')).toHaveText(titles)
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
