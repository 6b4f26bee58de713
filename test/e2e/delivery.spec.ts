import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { serveProduct } from '../support/serve-product.ts'
import { test as base } from '../support/server-fixture.ts'
import { startServerProcess, type ServerProcess } from '../support/start-server.ts'

/** A page of another origin. */
const test = base.extend<{ serve: (listener: RequestListener) => Promise<string> }>({
  serve: async ({}, use) => {
    const servers: Server[] = []
    await use(async (listener) => {
      const server = createServer(listener)
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    for (const server of servers) server.closeAllConnections()
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  },
})

const eventsOf = async (server: ServerProcess, user: string): Promise<string[]> => {
  const headers = { Authorization: `Bearer ${server.secretKey}` }
  const answer = await fetch(`${server.url}/v1/events?user=${user}`, { headers })
  const { data } = (await answer.json()) as { data: { event: string }[] }
  return data.map(({ event }) => event).sort()
}

test('beacons and requests that outlive their page arrive from another origin', async ({ page, server, serve }) => {
  const user = crypto.randomUUID()
  const host = await serve((_, response) => response.setHeader('Content-Type', 'text/html').end('<title>Host</title>'))
  await page.goto(host)
  await page.evaluate(
    ({ url, writeKey, userId }) => {
      const body = (event: string) =>
        JSON.stringify({ writeKey, batch: [{ type: 'track', userId, event, messageId: event + userId }] })
      addEventListener('pagehide', () => {
        navigator.sendBeacon(`${url}/v1/messages`, body('as_text'))
        navigator.sendBeacon(`${url}/v1/batch`, new Blob([body('as_blob')], { type: 'text/plain' }))
        navigator.sendBeacon(`${url}/v1/t`, JSON.stringify({ writeKey, userId, event: 'alone' }))
        void fetch(`${url}/v1/messages`, {
          method: 'POST',
          body: body('kept_alive'),
          keepalive: true,
          credentials: 'omit',
        })
      })
    },
    { url: server.url, writeKey: server.writeKey, userId: user },
  )
  await page.goto('about:blank')
  await expect.poll(() => eventsOf(server, user)).toEqual(['alone', 'as_blob', 'as_text', 'kept_alive'])
})

test('the SDK needs no other address than a path of the product, and none that ad blockers know', async ({ page }) => {
  const server = await startServerProcess({ PATH_PREFIX: '/journey' })
  const user = crypto.randomUUID()
  const product = await serveProduct(server.url, '/journey', {
    page: `<!doctype html><title>Host</title><script async src="/journey/sdk/cairn.js" data-key="${server.writeKey}" data-user="${user}" data-account="${user}"></script>`,
  })
  try {
    const headers = { Authorization: `Bearer ${server.secretKey}` }
    const group = { userId: user, groupId: user, traits: { segment: 'school' } }
    await fetch(`${server.url}/v1/group`, { method: 'POST', headers, body: JSON.stringify(group) })

    const asked: string[] = []
    page.on('request', (sent) => asked.push(sent.url()))
    await page.goto(product.url)
    await expect(page.getByRole('region', { name: 'Set up your school' })).toBeVisible()
    await page.evaluate(() =>
      (window as unknown as { cairn: { track(event: string): void } }).cairn.track('student_created'),
    )
    await expect.poll(() => eventsOf(server, user)).toContain('student_created')

    const paths = asked.map((address) => address.replace(product.url, '')).filter((path) => path !== '/')
    expect(paths).toContain('/journey/v1/messages')
    expect(paths.filter((path) => !/^\/journey\/(sdk\/[\w-]+\.js|v1\/(messages|state|shown))$/.test(path))).toEqual([])
  } finally {
    await product.close()
    await server.dispose()
  }
})
