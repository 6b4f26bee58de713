import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../scripts/run-command.ts'

const root = join(import.meta.dirname, '../..')
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
const files = {
  'en/planning/_category.yaml': 'title: Planning\norder: 1\n',
  'en/planning/book.md': '---\ntitle: Book a lesson\n---\n\nSee [how to move one](/help/planning/move/#back).\n',
  'en/planning/move.md': '---\ntitle: Move a lesson\n---\n\n![A week](./week.svg)\n\n[Book](/help/planning/book/).\n',
  'en/planning/week.svg': picture,
  'en/support/contact.md': '---\ntitle: Contact us\n---\n\nA person answers.\n',
  'de/planning/book.md': '---\ntitle: Eine Fahrstunde buchen\n---\n\nWählen Sie **Buchen**.\n',
}
let site: string

/** Builds the pages of a help center with these articles only. */
beforeAll(async () => {
  const copy = mkdtempSync(join(tmpdir(), 'cairn-site-'))
  for (const part of ['site', 'content', 'astro.config.ts', 'package.json', 'tsconfig.json', 'tsconfig.base.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  rmSync(join(copy, 'content/articles'), { recursive: true })
  for (const part of ['api', 'surveys', 'node_modules']) symlinkSync(join(root, part), join(copy, part))
  for (const [path, text] of Object.entries(files)) {
    const file = join(copy, 'content/articles', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  site = join(copy, 'dist/site')
  const env = { ASTRO_TELEMETRY_DISABLED: '1', PUBLIC_URL: 'https://help.example' }
  expect(await runCommand('astro', ['build', '--silent', '--root', copy], env)).toBe(0)
  return () => rmSync(copy, { recursive: true })
}, 120_000)

const read = (path: string): string => readFileSync(join(site, path), 'utf8')
const page = (path: string): string => read(`${path}index.html`)
const languageLinks = (html: string) => [...html.matchAll(/rel="alternate" hreflang="([^"]+)"/g)].map(([, tag]) => tag)

test('one article in a folder makes a help center in its language', () => {
  const article = page('de/help/planning/book/')
  expect(article).toContain('<html lang="de"')
  expect(article).toContain('Wählen Sie <strong>Buchen</strong>')
  expect(article).not.toContain('noch nicht auf Deutsch')
  expect(languageLinks(article)).toEqual(['en', 'de', 'x-default'])
  for (const path of ['de/', 'de/help/', 'de/search/', 'de/404/']) expect(page(path)).toContain('<html lang="de"')
})

test('an article that is not translated is there in English, and says so to reader and search engine', () => {
  const article = page('de/help/planning/move/')
  expect(article).toContain('Diesen Artikel gibt es noch nicht auf Deutsch')
  expect(article).toMatch(/<article[^>]* lang="en"/)
  expect(article).toContain('<meta name="robots" content="noindex"')
  expect(article).not.toContain('rel="canonical"')
  expect(article).not.toContain('application/ld+json')
  expect(languageLinks(article)).toEqual([])
  expect(languageLinks(page('help/planning/move/'))).toEqual([])
})

test('its links stay in the language of the reader, its picture is the same file, and the switch stays on it', () => {
  const article = page('de/help/planning/move/')
  expect(article).toContain('<a href="/de/help/planning/book/">Book</a>')
  const src = /<img[^>]* src="([^"]+)"/
  expect(src.exec(article)?.[1]).toBe(src.exec(page('help/planning/move/'))?.[1])
  expect(article).toMatch(/href="\/help\/planning\/move\/"[^>]*>\s*English/)
  expect(page('help/planning/move/')).toMatch(/href="\/de\/help\/planning\/move\/"[^>]*>\s*Deutsch/)
})

test('topics list it as English, and a topic without a translation is there too', () => {
  const topic = page('de/help/planning/')
  expect(topic).toMatch(/<span lang="en">Move a lesson<\/span>\s*<span class="other-language">auf Englisch/)
  expect(topic).toContain('Eine Fahrstunde buchen')
  expect(topic).not.toContain('noindex')
  expect(page('de/help/support/')).toContain('noindex')
})

test('machines are told only of what is really in a language', () => {
  const addresses = [...read('sitemap.xml').matchAll(/<loc>https:\/\/help\.example\/de(.*?)<\/loc>/g)]
  expect(addresses.map(([, path]) => path).toSorted()).toEqual(
    ['/', '/help/', '/help/planning/', '/help/planning/book/'].toSorted(),
  )
  expect(read('de/llms.txt')).toContain('/de/help/planning/book.md')
  expect(read('de/llms.txt')).not.toContain('move')
  expect(() => read('de/help/planning/move.md')).toThrow('ENOENT')
  expect(page('de/help/planning/move/')).toContain('type="text/markdown" href="/help/planning/move.md"')
})
