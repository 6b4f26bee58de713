import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const site = join(import.meta.dirname, '../../dist/site')
const read = (file: string) => readFileSync(join(site, file))
const pages = globSync('**/*.html', { cwd: site }).filter((file) => read(file).length >= 1000)
const articles = globSync('**/help/*/*/index.html', { cwd: site })

test('every page stands compressed beside itself, and says the same', () => {
  expect(pages.length).toBeGreaterThan(60)
  for (const page of pages) {
    expect(brotliDecompressSync(read(`${page}.br`)).equals(read(page)), page).toBe(true)
    expect(gunzipSync(read(`${page}.gz`)).equals(read(page)), page).toBe(true)
  }
})

test('every article is in Markdown beside its page, and in both indexes', () => {
  const inEnglish = articles.filter((file) => file.startsWith('help/'))
  for (const page of inEnglish) expect(existsSync(join(site, page.replace('/index.html', '.md'))), page).toBe(true)

  const index = JSON.parse(read('search-index/en.json').toString()) as { titles: string }
  expect(index.titles.split('\n')).toHaveLength(inEnglish.length)

  const { languages } = JSON.parse(read('pagefind/pagefind-entry.json').toString()) as {
    languages: Record<string, { page_count: number }>
  }
  const indexed = Object.values(languages).reduce((sum, { page_count }) => sum + page_count, 0)
  expect(indexed).toBe(articles.length)
})
