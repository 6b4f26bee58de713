import { chromium, expect } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { test as base } from '../support/server-fixture.ts'
import { freePort } from '../support/start-server.ts'

const article = '/help/planning/calendar-link/'
const devices = {
  phone: { '/': 'home', '/help/planning/': 'category', [article]: 'article', '/search/': 'search page' },
  'phone in French': { '/fr/': 'home', [`/fr${article}`]: 'article' },
  desktop: { '/': 'home', '/help/planning/': 'category', [article]: 'article', '/search/?q=invoice': 'search page' },
}

/** Other work on the machine makes a page slower and less steady than it is, and never better. */
const attempts = 3

/** Playwright's `test` with a port by which Lighthouse drives a browser of its own. */
const test = base.extend<object, { port: number }>({
  port: [
    async ({}, use, { project }) => {
      const port = await freePort()
      const { launchOptions } = project.use
      const args = [...(launchOptions?.args ?? []), `--remote-debugging-port=${port}`]
      const browser = await chromium.launch({ ...launchOptions, args })
      await use(port)
      await browser.close()
    },
    { scope: 'worker' },
  ],
})

test.describe.configure({ mode: 'parallel' })
// A second recording of the page would lose what Lighthouse records.
test.use({ trace: 'off' })

/** What costs a page points in Lighthouse, and how many it has. An audit without a score does not concern it. */
async function auditPage(url: string, options: { port: number; isDesktop: boolean }) {
  const flags = {
    port: options.port,
    logLevel: 'error' as const,
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    // Pictures for its report, and a diagnosis that has no points.
    disableFullPageScreenshot: true,
    skipAudits: ['bf-cache'],
  }
  const result = await lighthouse(url, flags, options.isDesktop ? desktopConfig : undefined)
  if (!result) throw new Error(`${url} was not audited.`)
  const { audits, categories, runtimeError } = result.lhr
  const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, 100 * (score ?? 0)]))
  const losses = Object.values(categories).flatMap(({ id: category, auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id]
      const isLoss = audit && weight > 0 && audit.score !== null && audit.score < 1
      return isLoss ? [`${category}: ${audit.title} ${audit.displayValue ?? ''}`] : []
    }),
  )
  return { scores, losses, shift: audits['cumulative-layout-shift']?.numericValue, error: runtimeError?.message }
}

for (const [device, pages] of Object.entries(devices)) {
  for (const [path, name] of Object.entries(pages)) {
    test(`Lighthouse gives the ${name} 100 of 100 in every category on a ${device}`, async ({ port, server }) => {
      for (let attempt = 1; ; attempt++) {
        const { scores, losses, shift, error } = await auditPage(server.url + path, {
          port,
          isDesktop: device === 'desktop',
        })
        console.log(`${device}, ${path}: ${error ?? JSON.stringify(scores)}`)
        // A recording that failed says nothing about the page.
        if (error !== undefined && attempt < attempts) continue
        expect(error).toBeUndefined()
        const { performance, ...others } = scores
        expect(others, losses.join('\n')).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
        if (performance === 100 && shift === 0) break
        expect(attempt, [`layout shift ${shift}`, ...losses].join('\n')).toBeLessThan(attempts)
      }
    })
  }
}
