import { globSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { pathUnder } from '../../api/http/path-under.ts'
import { readSettings } from '../../api/env.ts'
import { createTestApp } from '../support/create-test-app.ts'

const sdk = join(import.meta.dirname, '../../sdk')

test('the SDK asks for nothing that ad blockers know by its name', () => {
  const code = globSync('**/*.ts', { cwd: sdk }).map((file) => readFileSync(join(sdk, file), 'utf8'))
  const asked = code.flatMap((text) => [...text.matchAll(/['"`](\/v1\/[^'"`]*)/g)].map(([, path]) => path))

  expect(asked).toContain('/v1/messages')
  expect(
    asked.filter((path) => /track|event|collect|pixel|beacon|impression|analytic|stat[^e]|metric|log/.test(path ?? '')),
  ).toEqual([])
})

const message = { userId: 'mia', groupId: 'linde', previousId: 'visitor', event: 'signed_in' }

test.each(['/v1/batch', '/v1/messages', '/v1/b', '/v1/import', '/v1/import/'])(
  'a batch can be sent to %s',
  async (path) => {
    const app = await createTestApp()
    const sent = await app.send(path, { batch: [{ type: 'track', ...message }] })
    expect(await sent.json()).toMatchObject({ accepted: 1 })
  },
)

test.each([
  ['t', 'track'],
  ['i', 'identify'],
  ['g', 'group'],
  ['p', 'page'],
  ['s', 'screen'],
  ['a', 'alias'],
])("/v1/%s of Segment's browser client is /v1/%s", async (letter, type) => {
  const app = await createTestApp()
  expect((await app.send(`/v1/${letter}`, message)).status).toBe(200)
  expect(await app.read('/v1/events')).toMatchObject({ data: [{ type }] })
})

test('what a page needs is served under PATH_PREFIX too, and nothing else is', async () => {
  const app = await createTestApp({ PATH_PREFIX: '/journey' })
  const track = { type: 'track', userId: 'mia', event: 'signed_in' }
  expect((await app.send('/journey/v1/messages', { batch: [track] })).status).toBe(200)
  expect((await app.send('/journey/v1/state', { userId: 'mia' })).status).toBe(200)
  expect((await app.send('/v1/state', { userId: 'mia' })).status).toBe(200)
  expect((await app.request('/journey/v1/state', { method: 'POST', body: '{}' })).status).toBe(401)
  const preflight = {
    method: 'OPTIONS',
    headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' },
  }
  expect((await app.request('/journey/v1/messages', preflight)).status).toBe(204)
  for (const path of [
    '/journey/healthz',
    '/journey/',
    '/journeys/v1/state',
    '/other/v1/state',
    '/journey/journey/v1/state',
  ]) {
    expect([path, (await app.send(path, { userId: 'mia' })).status]).toEqual([path, 404])
  }
})

test('articles, their index and pictures are found under PATH_PREFIX, for the help panel', () => {
  const pathOf = (path: string) => pathUnder('/journey')(new Request(`http://cairn.example${path}`))
  const pages = ['/search-index/en.json', '/help/planning/conflicts/', '/pt-BR/help/planning/conflicts/']
  for (const path of [...pages, '/pictures/week.svg']) {
    expect([pathOf(path), pathOf(`/journey${path}`)]).toEqual([path, path])
  }
  expect(pathOf('/journey/console/')).toBe('/journey/console/')
})

test('no path of the server itself can be the PATH_PREFIX', async () => {
  const { routes } = createApp((await createTestApp()).services)
  const pages = globSync(['*/', '[[]...locale]/*.astro', '[[]...locale]/*/'], {
    cwd: join(import.meta.dirname, '../../site/pages'),
  })
  const built = ['search-index', 'pagefind', '_astro']
  const names = [...routes.map(({ path }) => path.split('/')[1]), ...pages.map((page) => parse(page).name), ...built]
  const own = names.filter((name) => name && !/^\*$|^\[|^index$/.test(name))
  expect(own).toEqual(expect.arrayContaining(['v1', 'healthz', 'console', 'search', 'help']))
  for (const name of own) expect(() => readSettings({ PATH_PREFIX: `/${name}` })).toThrow(`it is "/${name}"`)
  expect(readSettings({ PATH_PREFIX: '/v10' })).toMatchObject({ pathPrefix: '/v10' })
})

test('without PATH_PREFIX there is no other way in', async () => {
  const app = await createTestApp()
  expect((await app.send('/journey/v1/state', { userId: 'mia' })).status).toBe(404)
})

test('what a batch says of all its messages holds for each that does not say otherwise', async () => {
  const app = await createTestApp()
  const track = (context?: unknown) => ({ type: 'track', userId: 'mia', event: 'signed_in', context })
  const sent = await app.send('/v1/batch', {
    batch: [track(), track({ locale: 'fr' }), track('odd'), null],
    context: { locale: 'en', groupId: 'linde' },
  })
  expect(await sent.json()).toMatchObject({ accepted: 2, rejected: [{ index: 2 }, { index: 3 }] })
  expect(await app.read('/v1/events')).toMatchObject({
    data: [
      { accountId: 'linde', context: { locale: 'fr', groupId: 'linde' } },
      { accountId: 'linde', context: { locale: 'en', groupId: 'linde' } },
    ],
  })
})
