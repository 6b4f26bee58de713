import { spawnSync } from 'node:child_process'
import { request } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServerProcess } from '../support/start-server.ts'

const root = join(import.meta.dirname, '../..')

async function start(environment: Record<string, string> = {}) {
  const server = await startServerProcess(environment)
  onTestFinished(() => server.dispose())
  return server
}

test('serves the help center, the demo, the console, the SDK and the API from one port', async () => {
  const server = await start()
  const get = async (path: string) => {
    const response = await fetch(server.url + path)
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  for (const path of ['/', '/search/', '/demo/', '/console/', '/v1/docs', '/v1/openapi.json', '/healthz', '/readyz']) {
    expect([path, (await get(path)).status]).toEqual([path, 200])
  }
  for (const address of [
    `${server.url}/`,
    `${server.url}/demo/`,
    `${server.url}/console/`,
    `${server.url}/v1/docs`,
    server.writeKey,
  ]) {
    expect(server.output()).toContain(address)
  }
  expect(server.output()).not.toContain(server.secretKey)

  expect((await get('/demo/')).text).toContain(server.writeKey)
  expect((await get('/sdk/cairn.js')).headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect((await get('/no/such/page/')).status).toBe(404)
  expect((await get('/v1/no-such-thing')).headers.get('Content-Type')).toBe('application/problem+json')
  expect((await get('/sdk/../../package.json')).status).toBe(404)

  const home = await get('/')
  expect(home.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  expect(home.headers.get('Content-Security-Policy')).not.toMatch(/'unsafe-(inline|eval)'/)
  expect(home.headers.get('X-Content-Type-Options')).toBe('nosniff')
  // Revalidated, not sent again.
  const etag = home.headers.get('ETag') ?? ''
  expect((await fetch(`${server.url}/`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
})

test('has no demo where it is switched off, under no name', async () => {
  const server = await start({ DEMO: 'off' })
  for (const path of ['/demo', '/demo/', '/demo/index.html', '/%64emo/']) {
    const response = await fetch(server.url + path)
    expect([path, response.status, (await response.text()).includes('id="roadbook"')]).toEqual([path, 404, false])
  }
  expect(server.output()).toContain('Demo app     off')
})

test('sends nobody elsewhere, and answers odd paths like missing pages', async () => {
  const server = await start()
  const get = async (path: string) => {
    const { hostname, port } = new URL(server.url)
    return new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      request({ hostname, port, path }, (response) => {
        response.resume()
        resolve([response.statusCode, response.headers.location])
      })
        .on('error', reject)
        .end()
    })
  }
  expect(await get('/help/planning?from=mail')).toEqual([308, '/help/planning/?from=mail'])
  for (const path of ['//evil.example.com/x', '//evil.example.com', '/nope', '/%00', '/x%0d%0ay']) {
    expect([path, ...(await get(path))]).toEqual([path, 404, undefined])
  }
})

test('keeps its keys to itself, and stands where it stood after it was ended', async () => {
  const first = await start()
  for (const name of ['write-key', 'secret-key']) {
    expect(statSync(join(first.dataDir, name)).mode & 0o777).toBe(0o600)
  }
  const send = await fetch(`${first.url}/v1/track`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${first.writeKey}` },
    body: JSON.stringify({ userId: 'mia', event: 'signed_in', messageId: 'm1' }),
  })
  expect(send.status).toBe(200)
  expect(await first.stop('SIGINT')).toBe(0)
  // The file alone is whole: whoever copies it has everything.
  expect(
    existsSync(join(first.dataDir, 'cairn.db-wal')) && statSync(join(first.dataDir, 'cairn.db-wal')).size,
  ).toBeFalsy()

  const second = await start({ DATA_DIR: first.dataDir })
  expect(second.writeKey).toBe(first.writeKey)
  expect(second.output()).not.toContain('Building')
  const events = await fetch(`${second.url}/v1/events`, { headers: { Authorization: `Bearer ${second.secretKey}` } })
  expect(await events.json()).toMatchObject({ data: [{ messageId: 'm1' }] })
})

test('does not start with a bad environment or on a port that is taken, and says why', async () => {
  const server = await start()
  const attempt = (environment: Record<string, string>) => {
    const result = spawnSync(process.execPath, ['scripts/start.ts'], {
      cwd: root,
      env: { ...process.env, DATA_DIR: server.dataDir, ...environment },
      encoding: 'utf8',
    })
    return { code: result.status, said: result.stderr }
  }
  expect(attempt({ PORT: 'eighty' })).toEqual({
    code: 1,
    said: 'The environment cannot be used:\nPORT must be a whole number from 0 to 65535; it is "eighty".\n',
  })
  const { port } = new URL(server.url)
  expect(attempt({ PORT: port })).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is taken.`) })
})

test('puts no secret into anything that it serves', async () => {
  const server = await start()
  const pages = ['/', '/demo/', '/console/', '/sdk/cairn.js', '/v1/openapi.json']
  const scripts = [...(await (await fetch(`${server.url}/console/`)).text()).matchAll(/src="([^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  )
  expect(scripts.length).toBeGreaterThan(0)
  const secret = readFileSync(join(server.dataDir, 'secret-key'), 'utf8').trim()
  for (const path of [...pages, ...scripts]) {
    expect([path, (await (await fetch(server.url + path)).text()).includes(secret)]).toEqual([path, false])
  }
})
