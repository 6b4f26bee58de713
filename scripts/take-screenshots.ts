import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { readSettings } from '../api/env.ts'
import { startServer } from '../api/server.ts'
import { buildAll } from './build.ts'
import { bringInSample } from './demo/bring-in-sample.ts'
import { findOrInstallBrowser } from './install-browser.ts'

// The pictures of the README, from the running product on the sample customers.

const root = join(import.meta.dirname, '..')
const images = join(root, 'docs/images')
const dataDir = mkdtempSync(join(tmpdir(), 'cairn-screenshots-'))

const desktop = { viewport: { width: 1280, height: 800 } }
const phone = {
  viewport: { width: 375, height: 760 },
  deviceScaleFactor: 2,
  colorScheme: 'dark' as const,
  hasTouch: true,
}

/** Steps of the demo's set-up, each with the button that completes it. */
const setUp = [
  ['school', 'Save school'],
  ['team', 'Send invitation'],
  ['vehicles', 'Add vehicle'],
  ['payments', 'Save payment details'],
  ['go-live', 'Go live'],
] as const

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  // Motion lasts under 200 ms.
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(images, `${name}.png`) })
  console.log(`docs/images/${name}.png`)
}

async function shootHelpCenter(browser: Browser, url: string): Promise<void> {
  const wide = await browser.newPage(desktop)
  await wide.goto(`${url}/`)
  await shoot(wide, 'help-center')
  const narrow = await browser.newPage(phone)
  await narrow.goto(`${url}/help/getting-started/first-lesson/`)
  await shoot(narrow, 'article-phone')
}

async function shootDemo(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage(desktop)
  const open = (path: string) => page.goto(`${url}/demo/?account=picture&user=mia-picture#/${path}`)
  const complete = async ([path, button]: (typeof setUp)[number]) => {
    await open(`setup/${path}`)
    await page.getByRole('main').getByRole('button', { name: button }).click()
  }
  const [school, team, vehicles, payments, goLive] = setUp
  await complete(school)
  await complete(team)
  await open('dashboard')
  await page.getByRole('progressbar').waitFor()
  await shoot(page, 'checklist')

  await complete(vehicles)
  await page.getByRole('status', { name: 'Ready to teach' }).waitFor()
  await shoot(page, 'celebration')

  await complete(payments)
  await complete(goLive)
  await page.getByRole('status', { name: 'Your school is live' }).waitFor()
  await page.getByRole('button', { name: 'Close' }).last().click()
  const question = page.getByRole('radiogroup', { name: /recommend/ })
  await question.waitFor()
  await question.getByRole('radio', { name: '9', exact: true }).check()
  await shoot(page, 'survey')
}

async function shootConsole(browser: Browser, server: { url: string; secretKey: string }): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } })
  await page.goto(`${server.url}/console/`)
  await page.getByLabel('Secret key').fill(server.secretKey)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('table', { name: 'Accounts' }).waitFor()
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('region', { name: 'Health' }).waitFor()
  await shoot(page, 'console')
}

await buildAll({ onlyStale: true })
mkdirSync(images, { recursive: true })
const settings = readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' })
const server = await startServer(settings, { root, dist: join(root, 'dist') })
try {
  await bringInSample(server.services, () => {
    // The pictures are what is worth a line.
  })
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  await shootHelpCenter(browser, server.url)
  await shootDemo(browser, server.url)
  await shootConsole(browser, { url: server.url, secretKey: server.services.keys.secret })
  await browser.close()
} finally {
  await server.close()
  rmSync(dataDir, { recursive: true })
}
