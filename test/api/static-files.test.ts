import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Redirects } from '../../content/schema.ts'
import { staticFiles } from '../../api/http/static.ts'
import { compressFiles } from '../../scripts/compress-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const article = '<p>Book a lesson.</p>'.repeat(100)
const script = 'export const lesson = 1\n'.repeat(100)

async function serveBuilt({ publicUrl, redirects = {} }: { publicUrl?: string; redirects?: Redirects } = {}) {
  const dist = temporaryFolder()
  const built = {
    'site/404.html': 'Not here',
    'site/fr/404/index.html': 'Pas ici',
    'site/demo/index.html': 'Demo',
    'site/help/planning/book-lesson/index.html': article,
    'site/help/planning/book-lesson.md': '# Book a lesson',
    'site/help/planning/prüfung/index.html': article,
    'site/_astro/page.a1b2.js': script,
    'site/favicon.svg': '<svg/>',
    'site/sitemap.xml': '<loc>__CAIRN_ORIGIN__/</loc>'.repeat(100),
    'sdk/cairn.js': script,
  }
  for (const [path, text] of Object.entries(built)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), text)
  }
  compressFiles(dist)
  const app = staticFiles({ dist, demoKey: 'pk_test', publicUrl, redirects })
  return (path: string, headers: Record<string, string> = {}) => Promise.resolve(app.request(path, { headers }))
}

const page = '/help/planning/book-lesson/'
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

test('a page is sent as the build compressed it, in the best way that the browser reads', async () => {
  const get = await serveBuilt()
  const best = await get(page, { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
  expect(best.headers.get('content-encoding')).toBe('br')
  expect(best.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(best.headers.get('content-type')).toMatch('text/html')
  expect(brotliDecompressSync(await bytesOf(best)).toString()).toBe(article)

  const older = await get(page, { 'Accept-Encoding': 'gzip' })
  expect(older.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await bytesOf(older)).toString()).toBe(article)

  const plain = await get(page)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(plain.headers.get('vary')).toMatch(/accept-encoding/i)
  expect(await plain.text()).toBe(article)
})

test('a page that has not changed is not sent again, and each encoding has a tag of its own', async () => {
  const get = await serveBuilt()
  const accepts = { 'Accept-Encoding': 'br' }
  const first = await get(page, accepts)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"\w+"$/)
  expect(first.headers.get('cache-control')).toBe('no-cache')

  const again = await get(page, { ...accepts, 'If-None-Match': tag })
  expect(again.status).toBe(304)
  expect(again.headers.get('cache-control')).toBe('no-cache')
  expect((await bytesOf(again)).length).toBe(0)
  expect((await get(page, { 'If-None-Match': tag })).status).toBe(200)
})

test('what has its hash in its name is kept for a year, and the loader for minutes', async () => {
  const get = await serveBuilt()
  expect((await get('/_astro/page.a1b2.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await get('/sdk/cairn.js')).headers.get('cache-control')).toBe('public, max-age=300')
})

test('an article in Markdown is opened and not saved', async () => {
  const get = await serveBuilt()
  expect((await get('/help/planning/book-lesson.md')).headers.get('content-type')).toBe('text/markdown; charset=utf-8')
})

test('a page without its slash has moved to its proper address, which is written in ASCII', async () => {
  const get = await serveBuilt()
  const answer = await get('/help/planning/prüfung?from=mail')
  expect(answer.status).toBe(308)
  expect(answer.headers.get('location')).toBe('/help/planning/pr%C3%BCfung/?from=mail')
})

test('a name with a control character is missing, and a line break in a query asks for the same page', async () => {
  const get = await serveBuilt()
  expect((await get('/help/planning/book%0Alesson/')).status).toBe(404)
  expect((await get(`${page}?q=exit%20status%201%0Aavrdude`)).status).toBe(200)
})

test('what is small is left as it is', async () => {
  const get = await serveBuilt()
  expect((await get('/favicon.svg.br')).status).toBe(404)
  expect(await (await get('/favicon.svg', { 'Accept-Encoding': 'br' })).text()).toBe('<svg/>')
})

test('a file with whole addresses says where the server is, or else where it was asked', async () => {
  const asked = await (await serveBuilt())('http://help.example/sitemap.xml')
  expect(asked.headers.get('content-type')).toMatch('xml')
  expect(await asked.text()).toBe('<loc>http://help.example/</loc>'.repeat(100))

  const get = await serveBuilt({ publicUrl: 'https://help.example/' })
  const compressed = await get('http://127.0.0.1/sitemap.xml', { 'Accept-Encoding': 'gzip' })
  expect(gunzipSync(await bytesOf(compressed)).toString()).toBe('<loc>https://help.example/</loc>'.repeat(100))
})

test('a page that is missing says so in the language of its address', async () => {
  const get = await serveBuilt()
  for (const [path, words] of [
    ['/fr/help/nowhere/', 'Pas ici'],
    ['/help/nowhere/', 'Not here'],
    ['/it/', 'Not here'],
  ] as const) {
    const answer = await get(path)
    expect([path, answer.status, await answer.text()]).toEqual([path, 404, words])
  }
})

test.each([
  ['/help/lessons/', '/help/planning/book-lesson/#how'],
  ['/help/lessons', '/help/planning/book-lesson/#how'],
  ['/help/lessons/?from=mail', '/help/planning/book-lesson/?from=mail#how'],
  ['/hilfe/stündchen/', page],
])('%s has moved to %s', async (path, target) => {
  const get = await serveBuilt({
    redirects: { '/help/lessons/': '/help/planning/book-lesson/#how', '/hilfe/stündchen/': page, [page]: '/' },
  })
  const answer = await get(path)
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe(target)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
})

test('where there is a page nobody is sent on, and what nobody has moved is missing', async () => {
  const get = await serveBuilt({ redirects: { [page]: '/' } })
  expect((await get(page)).status).toBe(200)
  expect((await get('/help/lessons/')).status).toBe(404)
})

test('pages of any origin may read what is public, and a server answers so also where it has nothing', async () => {
  const get = await serveBuilt()
  for (const path of [page, '/sdk/cairn.js', '/help/nowhere/']) {
    expect([path, (await get(path)).headers.get('access-control-allow-origin')]).toEqual([path, '*'])
  }
})
