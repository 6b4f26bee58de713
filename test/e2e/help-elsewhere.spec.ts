import { expect, type Page } from '@playwright/test'
import type { NewKey } from '../../api/contract/keys.ts'
import { writeKeyScopes } from '../../api/contract/scopes.ts'
import type * as Sdk from '../../sdk/index.ts'
import { askServer } from '../support/ask-server.ts'
import { serveProduct } from '../support/serve-product.ts'
import { startApiProcess } from '../support/start-server.ts'
import { enrol, launcher, openHelp, panel, test } from './guided/help-test.ts'

const tag = (key: string, user: string, rest = '') =>
  `<!doctype html><title>Product</title><h1>Product</h1><script async data-key="${key}" data-user="${user}" ${rest}></script>`

/** Reads an article that was searched for, with its picture, and one that it links to. */
async function readOn(page: Page): Promise<void> {
  const help = panel(page)
  await help.getByRole('searchbox').fill('subscribe google calendar')
  await help.getByRole('link', { name: /^See lessons in Google/ }).click()
  const picture = help.getByRole('img', { name: /^Lessons go from Roadbook/ })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  await help.getByRole('link', { name: 'Availability', exact: true }).click()
  await expect(help.getByRole('heading', { level: 2 })).toHaveText('Set when you are available')
}

test('a server that a proxy has put under a path is read from there, and says that its pages are not', async ({
  page,
  cairn,
  user,
}) => {
  const product = await serveProduct(cairn.url, '/cairn', {
    strips: true,
    page: tag(cairn.writeKey, user, 'src="/cairn/sdk/cairn.js"'),
  })
  try {
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await openHelp(page, product.url)
    await readOn(page)
    expect(said).toEqual([`Cairn: no pages under ${product.url}/cairn: set PUBLIC_URL`])

    await page.keyboard.press('Escape')
    await enrol(page, user)
    await page.getByRole('link', { name: 'What to do about conflicts', exact: true }).click()
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Resolve a booking conflict')
  } finally {
    await product.close()
  }
})

test('links of the panel and beside steps lead to where the help center is', async ({ page, root, user }) => {
  const site = 'https://help.example.com'
  const environment = { TEST_ROOT: root, TEST_DIST: 'dist', PUBLIC_URL: site, PATH_PREFIX: '/journey' }
  const cairn = await startApiProcess(environment)
  const product = await serveProduct(cairn.url, '/journey', {
    page: tag(cairn.writeKey, user, 'src="/journey/sdk/cairn.js" data-api="/journey"'),
  })
  try {
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await openHelp(page, product.url)
    await readOn(page)
    const help = panel(page)
    const open = help.getByRole('link', { name: 'Open in a new tab' })
    await expect(open).toHaveAttribute('href', `${site}/help/planning/availability/`)
    await help.getByRole('button', { name: 'Back' }).click()
    const other = help.getByRole('link', { name: 'Availability', exact: true })
    await expect(other).toHaveAttribute('href', `${site}/help/planning/availability/`)

    await page.keyboard.press('Escape')
    await enrol(page, user)
    const link = page.getByRole('link', { name: 'What to do about conflicts', exact: true })
    await expect(link).toHaveAttribute('href', `${site}/help/planning/conflicts/`)
    await link.click()
    await expect(help.getByRole('heading', { level: 2 })).toHaveText('Resolve a booking conflict')
    expect(said).toEqual([])
  } finally {
    await product.close()
    await cairn.dispose()
  }
})

test('of two instances the one that shows a link opens its article', async ({ page, host, cairn, user }) => {
  const key = await askServer(cairn)<NewKey>('POST /v1/keys', {
    kind: 'write',
    name: 'Another',
    scopes: writeKeyScopes,
  })
  await page.goto(host())
  await enrol(page, user)
  await page.evaluate(
    async ({ api, key, user }) => {
      const { createCairn } = (await import(`${api}/sdk/esm/index.js`)) as typeof Sdk
      createCairn({ api, key, userId: user }).group(`guided-${user}`, { segment: 'guided' })
    },
    { api: cairn.url, key: key.value, user: `${user}-too` },
  )
  const roots = page.locator('cairn-root')
  const link = (index: number) =>
    roots.nth(index).getByRole('link', { name: 'What to do about conflicts', exact: true })
  for (const [one, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    await link(one).dispatchEvent('click')
    const mine = panel(page).and(roots.nth(one).getByRole('dialog'))
    await expect(mine.getByRole('heading', { level: 2 })).toHaveText('Resolve a booking conflict')
    await expect(roots.nth(other).getByRole('dialog')).toBeHidden()
    await expect(roots.nth(other).locator('.launcher')).toHaveAttribute('aria-expanded', 'false')
    await mine.getByRole('button', { name: 'Close help' }).click()
  }
  await expect(launcher(page)).toHaveCount(2)
})
