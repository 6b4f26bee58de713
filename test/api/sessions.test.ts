import { describe, expect, test } from 'vitest'
import type { NewKey } from '../../api/contract/keys.ts'
import type { Problem } from '../../api/contract/problem.ts'
import { allScopes } from '../../api/contract/scopes.ts'
import { createTestApp } from '../support/create-test-app.ts'

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
    expect(await asked.json()).toEqual({ expiresAt: '2026-03-02T20:00:00.000Z', keyId: 'secret', scopes: allScopes })
    app.clock.now += 12 * 3_600_000 + 1
    const ended = await (await app.request('/v1/session', { headers })).json()
    expect(ended).toEqual({ expiresAt: null, keyId: null, scopes: [] })
    expect((await app.request('/v1/accounts', { headers })).status).toBe(401)
  })

  test('is not given for a key that may not read, and says how to get one that may', async () => {
    const app = await createTestApp()
    const given = { kind: 'secret', name: 'Billing', scopes: ['ingest', 'write'] }
    const refused = await signIn(app, (await app.read<NewKey>('/v1/keys', given)).value)
    expect(refused.status).toBe(403)
    expect(refused.headers.get('Set-Cookie')).toBeNull()
    const { code, detail } = (await refused.json()) as Problem
    expect(code).toBe('forbidden')
    expect(detail).toBe(
      'The console needs a key with the scope "read", and this one has only ingest, write. Whoever has a key with the scope "admin" can give it the scope, or make you another key, on the page "Keys" of the console.',
    )
  })

  test('is not given for a wrong key, nor to somebody who guesses fast', async () => {
    const app = await createTestApp()
    const tries = []
    for (let n = 0; n < 8; n++) tries.push((await signIn(app, `sk_guess_${n}`)).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    expect((await signIn(app, app.services.keys.secret)).status).toBe(200)
  })
})
