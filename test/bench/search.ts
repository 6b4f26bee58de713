import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/find-browser.ts'
import { percentile } from './load-server.ts'
import { judgeRanks, type LabelledQuery } from './search/judge-ranks.ts'
import { engines, makeEngines } from './search/make-engines.ts'
import { measureEngine, type Measured } from './search/measure-engine.ts'
import { measurePage } from './search/measure-page.ts'
import { serveSite } from './search/serve-site.ts'
import { builders } from './site/builders.ts'
import { makeCorpus } from './site/make-corpus.ts'

const { values } = parseArgs({
  options: {
    /** A folder of categories with Markdown files; the project's own articles where it is left out. */
    corpus: { type: 'string' },
    /** A file of queries: `[{ "q", "expected": ["category/slug"], "kind" }]`. */
    queries: { type: 'string', default: join(import.meta.dirname, 'search/queries.json') },
    /** As many articles as that: copies where the corpus has fewer. */
    size: { type: 'string' },
  },
})
const queries = JSON.parse(readFileSync(values.queries, 'utf8')) as LabelledQuery[]
const texts = queries.map(({ q }) => q)

const folder = mkdtempSync(join(tmpdir(), 'cairn-search-bench-'))
const site = values.corpus === undefined ? join(import.meta.dirname, '../../dist/site') : await buildSite(values.corpus)
const served = await serveSite(site, await makeEngines(site))
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const articles = globSync('help/*/*/index.html', { cwd: site }).length
  console.log(`
  ${articles} articles, ${queries.length} queries
                     first right      in the first three       MRR of ten        empty    ms p50    p95   kB to first results`)
  for (const [name, engine] of Object.entries(engines)) {
    print(name, await measureEngine(browser, served, { engine, queries: texts }))
  }
  const { firstBytes, latencies } = await measurePage(browser, served, texts)
  console.log(`
  Cairn's search page, from the last keystroke to the first hit: ${times(latencies)} ms (p50, p95)
  Its first visit, page and styles included, until hits and their texts are shown: ${kilobytes(firstBytes)} kB
`)
} finally {
  await browser.close()
  served.close()
  rmSync(folder, { recursive: true, force: true })
}

/** The help center with other articles. */
async function buildSite(corpus: string): Promise<string> {
  const { prepare, build, output } = builders.cairn
  const count = values.size === undefined ? globSync('*/**/[^_]*.md', { cwd: corpus }).length : Number(values.size)
  makeCorpus(corpus, { count, folder: await prepare(folder) })
  await build(folder)
  return join(folder, output)
}

function print(name: string, { found, latencies, firstBytes }: Measured): void {
  const { first, firstThree, reciprocal, empty } = judgeRanks(queries, found)
  const estimates = [first, firstThree, reciprocal].map(
    ({ value, low, high }) => `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
  )
  console.log(
    `  ${name.padEnd(12)}${estimates.map((text) => text.padStart(22)).join('')}${String(empty).padStart(7)}${times(latencies)}${kilobytes(firstBytes).padStart(12)}`,
  )
}

function times(latencies: readonly number[]): string {
  const sorted = [...latencies].sort((a, b) => a - b)
  return [0.5, 0.95].map((share) => percentile(sorted, share).toFixed(1).padStart(8)).join('')
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
