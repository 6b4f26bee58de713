import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { Problem } from '../../api/contract/problem.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Ask = (path: string, init: RequestInit) => Response | Promise<Response>

/** What a path says to a method: the status, and what it takes instead. */
async function tryMethod(ask: Ask, method: string, path: string) {
  const response = await ask(path, { method })
  if (response.status >= 400) {
    const { status, detail } = Problem.parse(await response.json())
    expect(status).toBe(response.status)
    if (status === 405) expect(detail).toContain(`${path} does not take ${method}`)
  }
  return [response.status, response.headers.get('Allow')]
}

test.each([
  ['GET', '/v1/track', 'POST'],
  ['GET', '/v1/messages', 'POST'],
  ['PUT', '/v1/t', 'POST'],
  ['DELETE', '/v1/import/', 'POST'],
  ['POST', '/v1/events', 'GET, HEAD'],
  ['POST', '/v1/accounts/linde', 'GET, HEAD'],
  ['PUT', '/v1/keys', 'GET, HEAD, POST'],
  ['POST', '/v1/keys/some-key', 'GET, HEAD, PATCH, DELETE'],
  ['PATCH', '/v1/rejected-messages/summary', 'GET, HEAD, DELETE'],
  ['PATCH', '/v1/session', 'POST, GET, HEAD, DELETE'],
  ['POST', '/v1/openapi.json', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['DELETE', '/metrics', 'GET, HEAD'],
])('%s %s is answered with what the path takes: %s', async (method, path, allow) => {
  const app = await createTestApp()
  expect(await tryMethod(app.request, method, path)).toEqual([405, allow])
})

test('the paths under PATH_PREFIX take what those without it take', async () => {
  const app = await createTestApp({ PATH_PREFIX: '/journey' })
  const refused = await app.request('/journey/v1/messages')
  expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'POST'])
  expect((await app.request('/journey/healthz', { method: 'POST' })).status).toBe(404)
})

test('a path that nobody knows is not there for any method', async () => {
  const app = await createTestApp()
  for (const method of ['GET', 'POST', 'DELETE'])
    expect(await tryMethod(app.request, method, '/v1/nothing')).toEqual([404, null])
})

test('a page is told, like a preflight and a question for the head alone', async () => {
  const app = await createTestApp()
  const headers = { Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' }
  const refused = await app.request('/v1/track', { headers })
  expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([405, '*'])
  expect((await app.request('/v1/track', { method: 'OPTIONS', headers })).status).toBe(204)
  expect((await app.request('/healthz', { method: 'HEAD' })).status).toBe(200)
})

test('what is built can be read and nothing else', async () => {
  const dist = temporaryFolder()
  for (const file of [
    'sdk/cairn.js',
    'site/index.html',
    'site/404.html',
    'site/demo/index.html',
    'site/a/index.html',
  ]) {
    mkdirSync(join(dist, file, '..'), { recursive: true })
    writeFileSync(join(dist, file), '')
  }
  const { services } = await createTestApp({ PATH_PREFIX: '/journey' })
  const app = createApp(services, { dist })
  const ask: Ask = (path, init) => app.request(path, init)
  for (const path of ['/', '/a/', '/a', '/demo/', '/sdk/cairn.js'])
    expect([path, ...(await tryMethod(ask, 'POST', path))]).toEqual([path, 405, 'GET, HEAD'])
  expect((await app.request('/journey/sdk/cairn.js', { method: 'POST' })).status).toBe(405)
  for (const path of ['/b/', '//a/', '/a%00', '/sdk/other.js', '/v1/nothing'])
    expect([path, ...(await tryMethod(ask, 'POST', path))]).toEqual([path, 404, null])
  expect((await app.request('/a/', { method: 'HEAD' })).status).toBe(200)
})
