import { expect, test } from 'vitest'
import type { CreateKeyRequest, NewKey } from '../../api/contract/keys.ts'
import { allScopes, writeKeyScopes, type Scope } from '../../api/contract/scopes.ts'
import { hashUser } from '../../api/identity.ts'
import { createKey } from '../../api/keys/create.ts'
import { hashKey } from '../../api/keys/key-value.ts'
import { revokeKey } from '../../api/keys/revoke.ts'
import { rotateKey } from '../../api/keys/rotate.ts'
import { updateKey } from '../../api/keys/update.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { routes, type Route } from '../support/routes.ts'

const nameOf = ({ method, path }: Route) => `${method} ${path}`
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })
const without = (scope: Scope) => allScopes.filter((other) => other !== scope)

const make = (app: TestApp, given: Partial<CreateKeyRequest>): Promise<NewKey> =>
  createKey(app.services, { kind: 'secret', name: 'Test', scopes: allScopes, origins: [], expiresAt: null, ...given })

/** Calls a route as somebody. @returns the status; every success is 200, also where there is nothing to answer with. */
async function call(app: TestApp, { method, path, body }: Route, headers: Record<string, string>): Promise<number> {
  const id = path.includes('KEY') ? (await make(app, { name: 'To be changed' })).id : ''
  const response = await app.request(path.replace('KEY', id), {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return response.ok ? 200 : response.status
}

async function signIn(app: TestApp, secretKey: string): Promise<Record<string, string>> {
  const response = await app.request('/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secretKey }),
  })
  return { Cookie: response.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
}

async function openApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const mail = { SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'help@example.com', PUBLIC_URL: 'http://127.0.0.1' }
  const app = await createTestApp({ RATE_LIMIT: '0', ...mail, ...environment })
  await app.read('/v1/group', { userId: 'mia', groupId: 'linde', traits: { segment: 'school' } })
  await app.services.database.write([
    "INSERT INTO rejected_messages (id, received_at, detail, payload) VALUES ('rejection', 0, 'Wrong.', '{}')",
    `INSERT INTO mails (id, key, template, locale, address, mailbox, status, created_at)
      VALUES ('mail', 'mail', 'request-received', 'en', 'mia@linde.example', 'mia@linde.example', 'failed', 0)`,
  ])
  return app
}

const hour = 3600

/** The value that a key had before it was rotated. */
async function rotatedOut(app: TestApp, graceSeconds: number) {
  const { id, value } = await make(app, {})
  await rotateKey(app.services, { id, graceSeconds })
  return bearer(value)
}

/** A write key that is for the pages of one origin, on a page. */
async function onPage(app: TestApp, origin: string) {
  const { value } = await make(app, {
    kind: 'write',
    scopes: [...writeKeyScopes],
    origins: ['https://app.example.com'],
  })
  return { ...bearer(value), Origin: origin, 'Sec-Fetch-Site': 'cross-site' }
}

/** Somebody at the door: what they send, and what they get. */
interface Caller {
  who: string
  /** Made once for all routes. */
  prepare(app: TestApp): Promise<(route: Route) => Record<string, string>>
  gets(route: Route): number
}

const caller = (
  who: string,
  prepare: (app: TestApp) => Promise<Record<string, string>> | Record<string, string>,
  gets: Caller['gets'],
): Caller => ({
  who,
  gets,
  prepare: async (app) => {
    const headers = await prepare(app)
    return () => headers
  },
})

/** A key for each scope, chosen by what a route needs. */
const callerByScope = (
  who: string,
  given: (needs: Scope) => Partial<CreateKeyRequest>,
  gets: Caller['gets'],
): Caller => ({
  who,
  gets,
  prepare: async (app) => {
    const keys = new Map<Scope, string>()
    for (const scope of allScopes) keys.set(scope, (await make(app, given(scope))).value)
    return ({ needs }) => bearer(keys.get(needs) ?? '')
  },
})

const always = (status: number) => () => status
const isForPages = ({ needs }: Route) => writeKeyScopes.includes(needs)
const here = { 'Sec-Fetch-Site': 'same-origin' }
const elsewhere = { Origin: 'https://evil.example.com', 'Sec-Fetch-Site': 'cross-site' }

const callers: Caller[] = [
  caller('nobody', () => ({}), always(401)),
  caller('an unknown write key', () => bearer('pk_not_known_at_all'), always(401)),
  caller('an unknown secret key', () => bearer('sk_not_known_at_all'), always(401)),
  caller('an empty key', () => ({ Authorization: 'Bearer ' }), always(401)),
  caller('no key after the scheme', () => ({ Authorization: 'Bearer' }), always(401)),
  caller('an empty user name', () => ({ Authorization: `Basic ${btoa(':')}` }), always(401)),
  caller('no base64', () => ({ Authorization: 'Basic !!!' }), always(401)),
  caller('another scheme', () => ({ Authorization: 'Digest x' }), always(401)),
  caller('the hash of a key', ({ services }) => bearer(hashKey(services.keys.secret)), always(401)),
  caller('the id of a built-in key', () => bearer('secret'), always(401)),
  caller('what stands for the hash of a built-in key', () => bearer('built in: secret'), always(401)),

  caller(
    'the write key',
    ({ services }) => bearer(services.keys.write),
    (route) => (isForPages(route) ? 200 : 403),
  ),
  caller('the secret key', ({ services }) => bearer(services.keys.secret), always(200)),
  caller('a secret key with every scope', async (app) => bearer((await make(app, {})).value), always(200)),
  callerByScope('a secret key with just the scope', (needs) => ({ scopes: [needs] }), always(200)),
  callerByScope('a secret key with every other scope', (needs) => ({ scopes: without(needs) }), always(403)),
  callerByScope(
    'a write key with just the scope',
    (needs) => ({ kind: 'write', scopes: writeKeyScopes.includes(needs) ? [needs] : ['ingest'] }),
    (route) => (isForPages(route) ? 200 : 403),
  ),
  callerByScope(
    'a write key with the other scope',
    (needs) => ({ kind: 'write', scopes: needs === 'ingest' ? ['browser'] : ['ingest'] }),
    always(403),
  ),

  caller(
    'an expired key',
    async (app) => bearer((await make(app, { expiresAt: '2026-03-02T08:30:00Z' })).value),
    always(401),
  ),
  caller(
    'a revoked key',
    async (app) => {
      const { id, value } = await make(app, {})
      await revokeKey(app.services, id)
      return bearer(value)
    },
    always(401),
  ),
  caller('a value that was rotated out a while ago', (app) => rotatedOut(app, hour - 1), always(401)),
  caller('a value that was rotated out lately', (app) => rotatedOut(app, hour + 1), always(200)),

  caller(
    'a write key on a page of its own origin',
    (app) => onPage(app, 'https://app.example.com'),
    (route) => (isForPages(route) ? 200 : 403),
  ),
  caller('a write key on a page of another origin', (app) => onPage(app, 'https://evil.example.com'), always(403)),

  caller(
    'a session in the console',
    async (app) => ({ ...(await signIn(app, app.services.keys.secret)), ...here }),
    always(200),
  ),
  caller(
    'a session on a page of another origin',
    async (app) => ({ ...(await signIn(app, app.services.keys.secret)), ...elsewhere }),
    always(403),
  ),
  caller(
    'a session on a page of another origin, in an old browser',
    async (app) => ({ ...(await signIn(app, app.services.keys.secret)), Origin: 'https://evil.example.com' }),
    always(403),
  ),
  caller(
    'a session of a key that was revoked',
    async (app) => {
      const { id, value } = await make(app, {})
      const session = await signIn(app, value)
      await revokeKey(app.services, id)
      return { ...session, ...here }
    },
    (route) => (route.ownPage ? 200 : 401),
  ),
  {
    who: 'a session of a key with every other scope',
    prepare: async (app) => {
      const sessions = new Map<Scope, Record<string, string>>()
      for (const scope of allScopes) {
        // Nobody signs in without the scope to read: it is taken away later.
        const { id, value } = await make(app, {})
        sessions.set(scope, { ...(await signIn(app, value)), ...here })
        await updateKey(app.services, { id, change: { scopes: without(scope) } })
      }
      return ({ needs }) => sessions.get(needs) ?? {}
    },
    gets: always(403),
  },
  caller('a session of a write key', async (app) => signIn(app, app.services.keys.write), always(401)),
  caller(
    'a session without a signature',
    ({ services }) => ({ Cookie: `cairn_session=9999999999999.${hashKey(services.keys.secret)}` }),
    always(401),
  ),
  caller(
    'a session with a forged signature',
    ({ services }) => ({ Cookie: `cairn_session=9999999999999.${hashKey(services.keys.secret)}.c2lnbmF0dXJl` }),
    always(401),
  ),

  caller(
    'a page of the help center without a key',
    () => ({ ...here, Origin: 'http://localhost' }),
    (route) => (route.ownPage ? 200 : 401),
  ),
  caller(
    'the same in an old browser',
    () => ({ Origin: 'http://localhost', Host: 'localhost' }),
    (route) => (route.ownPage ? 200 : 401),
  ),
  caller('a page that says it is the help center', () => ({ ...elsewhere, Host: 'evil.example.com' }), always(401)),
]

test('lists every route that there is', async () => {
  const app = await createTestApp()
  const { paths } = await app.read<{ paths: Record<string, object> }>('/v1/openapi.json')
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const ids = /(?<=\/)(linde|mia|jonas|rejection|request|mail|nps|KEY)(?=\/|$)/
  const listed = routes.map(({ method, path }) => `${method} ${path.replace(ids, '{id}').replace(/\?.*/, '')}`)
  const open = ['POST', 'GET', 'DELETE'].map((method) => `${method} /v1/session`)
  expect([...listed, ...open].sort()).toEqual(described.sort())
})

test.each(callers)('$who opens what it should, and nothing else', async ({ prepare, gets }) => {
  const app = await openApp()
  const headersOf = await prepare(app)
  app.clock.now += hour * 1000
  // A server does this every two seconds.
  await app.services.keyring.refresh()
  const statuses: Record<string, number> = {}
  for (const route of routes) statuses[nameOf(route)] = await call(app, route, headersOf(route))
  expect(statuses).toEqual(Object.fromEntries(routes.map((route) => [nameOf(route), gets(route)])))
})

test('a user who is not proven can do nothing in a page, and a server with a secret key speaks for everybody', async () => {
  const secret = 'a secret of the product'
  const app = await openApp({ IDENTITY_SECRET: secret })
  for (const [proof, isTrue] of [
    [undefined, false],
    ['', false],
    [hashUser('jonas', secret), false],
    [hashUser('mia', 'another secret, made up'), false],
    ['f'.repeat(64), false],
    [hashUser('mia', secret), true],
  ] as const) {
    const proven = (route: Route): Route => ({
      ...route,
      body: { ...route.body, userHash: proof, context: { userHash: proof } },
    })
    const asked = routes.filter(({ unproven }) => unproven !== undefined)
    const { write, secret: server } = app.services.keys
    for (const route of asked) {
      const expected = [nameOf(route), proof, isTrue ? 200 : route.unproven]
      expect([nameOf(route), proof, await call(app, proven(route), bearer(write))]).toEqual(expected)
      expect([nameOf(route), await call(app, proven(route), bearer(server))]).toEqual([nameOf(route), 200])
    }
  }
})
