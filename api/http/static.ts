import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { Redirects } from '../../content/schema.ts'
import { redirectsOf } from '../definitions/read-redirects.ts'
import type { Env } from './env.ts'
import { wrongMethod } from './no-route.ts'
import { isForPages } from './path-under.ts'

const year = 'public, max-age=31536000, immutable'

/** Names with a hash of their content never change. */
const isHashed = (path: string) =>
  /^\/(_astro|pagefind\/(fragment|index)|search-index\/[^/]+\/[0-9a-f]{12})\//.test(path) ||
  /^\/sdk\/.+-[A-Z0-9]{8}\.js$/.test(path)

function cacheControl(c: Context): string {
  if (isHashed(c.req.path)) return year
  // The loader is embedded in other people's pages: a new version reaches them within minutes.
  return c.req.path.startsWith('/sdk/') ? 'public, max-age=300' : 'no-cache'
}

/** Feeds and the like: files with whole addresses in them, which a build without `PUBLIC_URL` cannot know. */
const needsOrigin = (path: string) => /\.(xml|txt)$/.test(path)

async function fillOrigin(c: Context, origin: string): Promise<void> {
  const filled = (await c.res.text()).replaceAll('__CAIRN_ORIGIN__', origin)
  c.res = new Response(filled, c.res)
  c.res.headers.delete('Content-Length')
}

/**
 * Serves what `npm run build` made: the site, and the SDK for pages of any origin.
 *
 * @param options.demoKey - The write key of the demo; without one there is no demo.
 * @param options.publicUrl - Where the server is reached; without it, where each request says that it is.
 * @param options.redirects - Paths that have moved; where there is a page, the page is sent.
 */
export function staticFiles(options: {
  dist: string
  demoKey: string | undefined
  publicUrl: string | undefined
  redirects?: Redirects
}): Hono<Env> {
  const { dist, demoKey, publicUrl } = options
  const movedTo = redirectsOf(options.redirects ?? {})
  const app = new Hono<Env>()
  // Names with control characters are nobody's, and the file system would refuse them.
  app.use((c, next) => {
    const isName = !/%[01][0-9a-f]|%7f/i.test(new URL(c.req.url).pathname)
    return isName ? next() : Promise.resolve(c.notFound())
  })
  // What the build left without a compressed copy, such as a page that is filled in here.
  app.use(compress())
  app.use(etag())
  app.use(async (c, next) => {
    await next()
    if (!c.res.ok) return
    c.header('Cache-Control', cacheControl(c))
    // Which has no type where it is looked up.
    if (c.req.path.endsWith('.md')) c.header('Content-Type', 'text/markdown; charset=utf-8')
  })
  // The SDK reads articles and their index from pages of other origins.
  app.use(async (c, next) => {
    await next()
    if (!isForPages(c.req.path)) return
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  })
  const filesIn = (folder: string) => ({ root: join(dist, folder), precompressed: true })
  app.get('/sdk/*', serveStatic({ ...filesIn('sdk'), rewriteRequestPath: (path) => path.slice('/sdk'.length) }))

  const page = (path: string) => readFileSync(join(dist, 'site', path), 'utf8')
  const inEnglish = page('404.html')
  const translated = globSync('*/404/index.html', { cwd: join(dist, 'site') }).map((file) => {
    const [locale = ''] = file.split(/[\\/]/)
    return [locale, page(file)] as const
  })
  const missingIn = new Map(translated)
  const sayMissing = (c: Context) => c.html(missingIn.get(c.req.path.split('/')[1] ?? '') ?? inEnglish, 404)
  // The demo is a host page like any other: it holds the key of this server, which is known only here.
  const demo = demoKey === undefined ? undefined : page('demo/index.html').replaceAll('__CAIRN_WRITE_KEY__', demoKey)
  if (demo === undefined) app.get('/demo/*', sayMissing)
  else app.get('/demo/', (c) => c.html(demo))
  // A page without its slash has moved to its proper address; a path that begins with two would lead elsewhere.
  app.get('*', (c, next) => {
    const { path } = c.req
    const isPage = /^\/[^/]/.test(path) && !path.endsWith('/') && existsSync(join(dist, 'site', path, 'index.html'))
    // The path as it was asked for: browsers misread one that is decoded.
    const { pathname, search } = new URL(c.req.url)
    return isPage ? Promise.resolve(c.redirect(`${pathname}/${search}`, 308)) : next()
  })
  app.use(async (c, next) => {
    await next()
    if (c.res.ok && needsOrigin(c.req.path)) await fillOrigin(c, new URL(publicUrl ?? c.req.url).origin)
  })
  app.get('*', serveStatic(filesIn('site')))
  app.get('*', (c, next) => {
    const to = movedTo(c.req.path)
    if (to === undefined) return next()
    const target = new URL(to, c.req.url)
    target.search ||= new URL(c.req.url).search
    // Not for good, as browsers would keep it otherwise: a redirect can be wrong.
    c.header('Cache-Control', 'public, max-age=3600')
    return Promise.resolve(c.redirect(target.pathname + target.search + target.hash, 301))
  })
  app.get('*', sayMissing)
  app.all('*', async (c, next) => {
    const address = new URL(c.req.url)
    address.pathname = c.req.path
    const { status } = await app.fetch(new Request(address, { method: 'HEAD' }))
    if (status < 400) throw wrongMethod(c, ['GET'])
    await next()
  })
  return app
}
