import type { Browser } from '@playwright/test'
import type { ServedSite } from './serve-site.ts'

/** What the search page takes. */
export interface MeasuredPage {
  /** Bytes of a first visit until hits are shown with their texts: page, styles, script and index. */
  firstBytes: number
  /** Milliseconds from the keystroke that completes a query to its first hit, in a page that is open. */
  latencies: number[]
}

/** Opens the search page for a query, and then types the others into it. */
export async function measurePage(
  browser: Browser,
  site: ServedSite,
  queries: readonly string[],
): Promise<MeasuredPage> {
  const context = await browser.newContext()
  const page = await context.newPage()
  site.takeBytes()
  await page.goto(`${site.url}/search/?q=${encodeURIComponent(queries[0] ?? '')}`)
  await page.locator('[data-hits] li').first().waitFor()
  await page.waitForLoadState('networkidle')
  const firstBytes = site.takeBytes()
  const latencies = await page.evaluate(typeAll, queries)
  await context.close()
  return { firstBytes, latencies }
}

/** Runs in the page. All but the last letter is there before; the clock runs from that letter to the next frame with hits. */
async function typeAll(queries: readonly string[]): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]')
  const list = document.querySelector('[data-hits]')
  if (!field || !list) throw new Error('This is not the search page.')
  const type = (text: string): Promise<number> => {
    const begun = performance.now()
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - begun))
      })
      observer.observe(list, { childList: true })
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
  const latencies: number[] = []
  for (const query of queries) {
    await type(query.slice(0, -1))
    // As long as a finger takes to the next key.
    await new Promise((resolve) => setTimeout(resolve, 200))
    latencies.push(await type(query))
  }
  return latencies
}
