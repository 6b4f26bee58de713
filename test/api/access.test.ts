import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hashUser } from '../../api/identity.ts'
import { loadKeys } from '../../api/keys/key-files.ts'
import { createTestApp } from '../support/create-test-app.ts'

const feedback = { article: 'planning/conflicts', helpful: false }
const impression = { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown' }
const response = { submissionId: 's', userId: 'mia', answers: { score: 9 }, completed: true }

type Method = 'GET' | 'POST' | 'DELETE'

/** Every route with a body that it takes, and who may call it. */
const routes: [method: Method, path: string, body: object | undefined, needs: 'write' | 'secret'][] = [
  ['POST', '/v1/batch', { batch: [] }, 'write'],
  ...(['track', 'identify', 'page', 'screen'] as const).map((type): (typeof routes)[number] => [
    'POST',
    `/v1/${type}`,
    { userId: 'mia', event: 'signed_in' },
    'write',
  ]),
  ['POST', '/v1/group', { userId: 'mia', groupId: 'linde' }, 'write'],
  ['POST', '/v1/alias', { userId: 'mia', previousId: 'visitor' }, 'write'],
  ['POST', '/v1/state', { userId: 'mia' }, 'write'],
  ['POST', '/v1/shown', impression, 'write'],
  ['POST', '/v1/surveys/nps/responses', response, 'write'],
  ['POST', '/v1/feedback', feedback, 'write'],
  ['POST', '/v1/article-views', { article: 'planning/conflicts' }, 'write'],
  ['DELETE', '/v1/users/mia', undefined, 'secret'],
  ['GET', '/v1/rejected-messages', undefined, 'secret'],
  ['GET', '/v1/rejected-messages/summary', undefined, 'secret'],
  ['POST', '/v1/rejected-messages/replay', { reason: 'invalid' }, 'secret'],
  ['DELETE', '/v1/rejected-messages?reason=invalid', undefined, 'secret'],
  ['DELETE', '/v1/rejected-messages/rejection', undefined, 'secret'],
  ['GET', '/v1/events', undefined, 'secret'],
  ['GET', '/v1/events/export', undefined, 'secret'],
  ['GET', '/v1/accounts', undefined, 'secret'],
  ['GET', '/v1/accounts/linde', undefined, 'secret'],
  ['GET', '/v1/accounts/linde/health', undefined, 'secret'],
  ['GET', '/v1/accounts/linde/health/history', undefined, 'secret'],
  ['GET', '/v1/accounts/linde/onboarding', undefined, 'secret'],
  ['GET', '/v1/accounts/linde/timeline', undefined, 'secret'],
  ['POST', '/v1/health/score', { scorecard: 'vectra', measures: {} }, 'secret'],
  ['POST', '/v1/health/recompute', undefined, 'secret'],
  ['GET', '/v1/surveys/nps/results', undefined, 'secret'],
  ['GET', '/v1/articles/insights', undefined, 'secret'],
  ['GET', '/v1/programs', undefined, 'secret'],
  ['GET', '/v1/surveys', undefined, 'secret'],
  ['GET', '/v1/scorecards', undefined, 'secret'],
  ['GET', '/metrics', undefined, 'secret'],
]

/** Paths whose answer is that there is nothing to say. */
const withoutBody = new Set(['/v1/article-views', '/v1/rejected-messages/rejection'])

async function openApp() {
  const app = await createTestApp()
  await app.send('/v1/group', { userId: 'mia', groupId: 'linde', traits: { segment: 'school' } })
  await app.services.database.write([
    "INSERT INTO rejected_messages (id, received_at, detail, payload) VALUES ('rejection', 0, 'Wrong.', '{}')",
  ])
  const call = async ([method, path, body]: (typeof routes)[number], headers: Record<string, string>) => {
    const init = body ? { body: JSON.stringify(body) } : {}
    const answer = await app.request(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...init,
    })
    return answer.status
  }
  return { app, call }
}

describe('every route', () => {
  test('is in this table', async () => {
    const { app } = await openApp()
    const document = (await (await app.request('/v1/openapi.json')).json()) as { paths: Record<string, object> }
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const named = routes.map(
      ([method, path]) =>
        `${method} ${path.replace(/\/(linde|mia|nps|rejection)(?=\/|$)/, '/{id}').replace(/\?.*/, '')}`,
    )
    const session = ['POST', 'GET', 'DELETE'].map((method) => `${method} /v1/session`)
    expect([...named, ...session].sort()).toEqual(described.sort())
  })

  test('opens to the key that it needs, and to the secret key', async () => {
    const { app, call } = await openApp()
    const { write, secret } = app.services.keys
    for (const route of routes) {
      const [, path, , needs] = route
      expect([path, await call(route, { Authorization: `Bearer ${secret}` })]).toEqual([
        path,
        withoutBody.has(path) ? 204 : 200,
      ])
      const withWriteKey = await call(route, { Authorization: `Bearer ${write}` })
      expect([path, withWriteKey < 300]).toEqual([path, needs === 'write'])
      if (needs === 'secret') expect([path, withWriteKey]).toEqual([path, 403])
    }
  })

  test('stays closed without a key, with one that is not known, and with what is no key', async () => {
    const { call } = await openApp()
    for (const route of routes) {
      const [, path] = route
      const strangers = [
        {},
        { Authorization: 'Bearer pk_not_known_at_all' },
        { Authorization: 'Bearer ' },
        { Authorization: 'Bearer' },
        { Authorization: 'Basic !!!' },
        { Authorization: 'Digest x' },
        { Cookie: 'cairn_session=9999999999999' },
        { Cookie: 'cairn_session=9999999999999.c2lnbmF0dXJl' },
      ]
      for (const headers of strangers)
        expect([path, await call(route, headers as Record<string, string>)]).toEqual([path, 401])
    }
  })
})

test('answers of the API are kept by no cache', async () => {
  const { app } = await openApp()
  for (const path of ['/v1/accounts', '/v1/events', '/v1/surveys/nps/results']) {
    const response = await app.request(path, { headers: { Authorization: `Bearer ${app.services.keys.secret}` } })
    expect([path, response.headers.get('Cache-Control')]).toEqual([path, 'no-store'])
  }
})

describe('a page of another origin', () => {
  test('may send where any origin may, and where it is allowed', async () => {
    for (const [allowed, origin, status] of [
      ['', 'https://app.example.com', 200],
      ['https://app.example.com', 'https://app.example.com', 200],
      ['https://app.example.com, https://other.example.com', 'https://other.example.com', 200],
      ['https://app.example.com', 'https://evil.example.com', 403],
    ] as const) {
      const app = await createTestApp({ ALLOWED_ORIGINS: allowed })
      const sent = await app.send('/v1/batch', { batch: [] }, { headers: { Origin: origin } })
      expect([origin, sent.status]).toEqual([origin, status])
      const allowedOrigin = sent.headers.get('Access-Control-Allow-Origin')
      expect(allowedOrigin).toBe(status === 403 ? null : allowed === '' ? '*' : origin)
    }
  })

  test('asks once a day whether it may', async () => {
    const app = await createTestApp()
    const preflight = await app.request('/v1/batch', {
      method: 'OPTIONS',
      headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Max-Age')).toBe('86400')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  })

  test('cannot give feedback as if it were the help center', async () => {
    const app = await createTestApp()
    const give = async (headers: Record<string, string>) =>
      (
        await app.request('/v1/feedback', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(feedback),
        })
      ).status
    expect(await give({ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' })).toBe(200)
    expect(await give({ Origin: 'http://localhost', Host: 'localhost' })).toBe(200)
    expect(await give({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example.com' })).toBe(401)
    expect(await give({ Origin: 'https://evil.example.com', Host: 'localhost' })).toBe(401)
  })
})

describe('with an IDENTITY_SECRET', () => {
  const secret = 'a secret of the product'
  const hash = hashUser('mia', secret)

  test('a browser cannot speak for a user without their hash', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    const track = (context: object) => ({ type: 'track', userId: 'mia', event: 'signed_in', context })
    const sent = await app.send('/v1/batch', {
      batch: [track({}), track({ userHash: hashUser('jonas', secret) }), track({ userHash: hash })],
    })
    expect(await sent.json()).toMatchObject({ accepted: 1, rejected: [{ index: 0 }, { index: 1 }] })
    expect((await app.send('/v1/state', { userId: 'mia' })).status).toBe(403)
    expect((await app.send('/v1/state', { userId: 'mia', userHash: 'f'.repeat(64) })).status).toBe(403)
    expect((await app.send('/v1/state', { userId: 'mia', userHash: hash })).status).toBe(200)
    expect((await app.send('/v1/shown', impression)).status).toBe(403)
    expect((await app.send('/v1/surveys/nps/responses', response)).status).toBe(403)
    expect((await app.send('/v1/state', { anonymousId: 'visitor' })).status).toBe(200)
  })

  test('a visitor cannot speak for an account', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    const visitor = { anonymousId: 'visitor', accountId: 'linde' }
    expect((await app.send('/v1/state', visitor)).status).toBe(403)
    const answer = { ...visitor, submissionId: 's', answers: { score: 0 }, completed: true }
    expect((await app.send('/v1/surveys/nps/responses', answer)).status).toBe(403)
    const group = { anonymousId: 'visitor', groupId: 'linde', traits: { payment_status: 'failed' } }
    expect((await app.send('/v1/group', group)).status).toBe(422)
    const track = { anonymousId: 'visitor', event: 'vehicle_added', context: { groupId: 'linde' } }
    expect((await app.send('/v1/track', track)).status).toBe(422)
  })

  test('the hash is not kept with the fact', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    await app.send('/v1/track', { userId: 'mia', event: 'signed_in', context: { userHash: hash, locale: 'fr' } })
    const { data } = await app.read<{ data: { context: object }[] }>('/v1/events')
    expect(data[0]?.context).toEqual({ locale: 'fr' })
  })

  test('a server with the secret key needs none', async () => {
    const app = await createTestApp({ IDENTITY_SECRET: secret })
    expect(await app.read('/v1/track', { userId: 'mia', event: 'signed_in' })).toMatchObject({ accepted: 1 })
  })
})

test('a key file without a key stops the start, and no request comes in with an empty key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const given = { write: undefined, secret: undefined }
  const made = loadKeys(given, folder)
  expect(loadKeys(given, folder)).toEqual(made)
  writeFileSync(join(folder, 'secret-key'), '')
  expect(() => loadKeys(given, folder)).toThrow(`The file ${join(folder, 'secret-key')} holds no key.`)

  const { call } = await openApp()
  for (const headers of [{ Authorization: 'Bearer ' }, { Authorization: `Basic ${btoa(':')}` }]) {
    expect(await call(['GET', '/v1/accounts', undefined, 'secret'], headers)).toBe(401)
  }
})

describe('a console session', () => {
  const signIn = (app: Awaited<ReturnType<typeof createTestApp>>, secretKey: string) =>
    app.request('/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secretKey }),
    })

  test('reads like the secret key, in a cookie that scripts and other sites cannot use', async () => {
    const app = await createTestApp()
    const signedIn = await signIn(app, app.services.keys.secret)
    const cookie = signedIn.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toContain(app.services.keys.secret)
    const headers = { Cookie: cookie.split(';')[0] ?? '' }
    expect((await app.request('/v1/accounts', { headers })).status).toBe(200)
    const post = { method: 'POST', headers: { ...headers, 'Sec-Fetch-Site': 'cross-site' } }
    expect((await app.request('/v1/health/recompute', post)).status).toBe(403)
    const asked = await app.request('/v1/session', { headers })
    expect(await asked.json()).toEqual({ expiresAt: '2026-03-02T20:00:00.000Z' })
    app.clock.now += 12 * 3_600_000 + 1
    expect(await (await app.request('/v1/session', { headers })).json()).toEqual({ expiresAt: null })
    expect((await app.request('/v1/accounts', { headers })).status).toBe(401)
  })

  test('is not given for a wrong key, nor to somebody who guesses fast', async () => {
    const app = await createTestApp()
    const tries = []
    for (let n = 0; n < 8; n++) tries.push((await signIn(app, `sk_guess_${n}`)).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    expect((await signIn(app, app.services.keys.secret)).status).toBe(200)
  })
})
