import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { test as base } from './server-fixture.ts'

/** What a page of another origin says about Cairn and itself. */
export interface HostPage {
  user?: string
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** Comes before the script tag. */
  head?: string
  /** Scripts then run by it alone. */
  nonce?: string
  /** Without a doctype, as pages were once written. */
  quirks?: 'yes'
  /** Of the script tag besides its key and user. */
  attributes?: string
}

/** Playwright's `test` with plain pages of another origin that embed Cairn, at any path, and the facts it sent. */
export const test = base.extend<{
  host: (page?: HostPage, path?: string) => string
  eventsOf: (user: string) => Promise<string[]>
}>({
  host: async ({ server }, use) => {
    const pages = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://host')
      const text = (name: string) => searchParams.get(name) ?? ''
      const user = text('user')
      const nonce = text('nonce') && `nonce="${text('nonce')}"`
      if (nonce) response.setHeader('content-security-policy', `script-src 'nonce-${text('nonce')}'; style-src 'none'`)
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(`${text('quirks') ? '' : '<!doctype html>'}<html lang="${text('lang') || 'en'}" dir="${text('dir') || 'ltr'}"><title>Host</title>${text('head')}
        <body><p>A page</p><script ${nonce}>window.cairn = ${user ? `[['group', 'school-of-${user}', { segment: 'school' }]]` : '[]'}</script>
        <script async ${nonce} src="${server.url}/sdk/cairn.js" data-key="${server.writeKey}" data-user="${user}" ${text('attributes')}></script>`)
    })
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
    const { port } = pages.address() as AddressInfo
    await use((page = {}, path = '/') => {
      const query = new URLSearchParams({ ...page })
      return `http://127.0.0.1:${port}${path}?${query.toString()}`
    })
    pages.closeAllConnections()
    await new Promise((resolve) => pages.close(resolve))
  },
  eventsOf: async ({ server }, use) => {
    await use(async (user) => {
      const headers = { Authorization: `Bearer ${server.secretKey}` }
      const answer = await fetch(`${server.url}/v1/events?user=${user}`, { headers })
      const { data } = (await answer.json()) as { data: { event: string | null }[] }
      return data.flatMap(({ event }) => event ?? []).sort()
    })
  },
})

/** Makes a call as the queue of the script tag takes it. */
export const call = (page: Page, ...given: unknown[]): Promise<unknown> =>
  page.evaluate((queued) => (window as unknown as { cairn: unknown[] }).cairn.push(queued), given)
