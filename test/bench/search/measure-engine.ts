import type { Browser, Page } from '@playwright/test'
import type { Find } from './engines/engine.ts'
import type { ServedSite } from './serve-site.ts'

/** What an engine found, and what that took. */
export interface Measured {
  found: string[][]
  /** Milliseconds from a query to its results, in a page that has searched before. */
  latencies: number[]
  /** Bytes from nothing to the first page of results, the engine's script included. */
  firstBytes: number
}

/** Searches by an engine in a page of its own, as somebody does who has never been there. */
export async function measureEngine(
  browser: Browser,
  site: ServedSite,
  { engine, queries }: { engine: string; queries: readonly string[] },
): Promise<Measured> {
  const page = await openBench(browser, site)
  site.takeBytes()
  await page.evaluate(searchOnce, { engine, query: queries[0] ?? '' })
  const firstBytes = site.takeBytes()
  const measured = await page.evaluate(searchAll, { engine, queries })
  await page.context().close()
  return { ...measured, firstBytes }
}

async function openBench(browser: Browser, site: ServedSite): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${site.url}/bench/`)
  return page
}

interface Engine {
  open: () => Promise<{ find: Find; show: Find }>
}

// These two run in the page, where nothing of this file is.
async function searchOnce({ engine, query }: { engine: string; query: string }): Promise<void> {
  const module = (await import(`/bench/${engine}.js`)) as Engine
  await (await module.open()).show(query)
}

async function searchAll({ engine, queries }: { engine: string; queries: readonly string[] }) {
  const module = (await import(`/bench/${engine}.js`)) as Engine
  const { find } = await module.open()
  const found: string[][] = []
  // Once for the answers and to warm up, once for the times.
  for (const query of queries) found.push(await find(query))
  const latencies: number[] = []
  for (const query of queries) {
    const begun = performance.now()
    await find(query)
    latencies.push(performance.now() - begun)
  }
  return { found, latencies }
}
