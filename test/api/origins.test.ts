import { describe, expect, test } from 'vitest'
import { createKey } from '../../api/keys/create.ts'
import { revokeKey } from '../../api/keys/revoke.ts'
import { createTestApp } from '../support/create-test-app.ts'

test('answers of the API are kept by no cache', async () => {
  const { app } = { app: await createTestApp() }
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
          body: JSON.stringify({ article: 'planning/conflicts', helpful: false }),
        })
      ).status
    expect(await give({ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost' })).toBe(200)
    expect(await give({ Origin: 'http://localhost', Host: 'localhost' })).toBe(200)
    expect(await give({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example.com' })).toBe(401)
    expect(await give({ Origin: 'https://evil.example.com', Host: 'localhost' })).toBe(401)
  })

  test('may send with a key that is for it, whatever ALLOWED_ORIGINS says', async () => {
    const app = await createTestApp({ ALLOWED_ORIGINS: 'https://app.example.com' })
    const key = await createKey(app.services, {
      kind: 'write',
      name: 'The shop',
      scopes: ['ingest'],
      origins: ['https://shop.example.com'],
      expiresAt: null,
    })
    const send = (origin: string, value: string) =>
      app.send('/v1/batch', { batch: [] }, { headers: { Origin: origin, Authorization: `Bearer ${value}` } })
    const sent = await send('https://shop.example.com', key.value)
    expect(sent.status).toBe(200)
    expect(sent.headers.get('Access-Control-Allow-Origin')).toBe('https://shop.example.com')
    expect(sent.headers.get('Vary')).toContain('Origin')

    const foreign = await send('https://app.example.com', key.value)
    expect(foreign.status).toBe(403)
    expect(await foreign.json()).toMatchObject({
      detail: "Pages of https://app.example.com may not use this key: add it to the key's origins.",
    })
    const other = await send('https://shop.example.com', app.services.keys.write)
    expect(other.status).toBe(403)
    expect(await other.json()).toMatchObject({
      detail: 'Pages of https://shop.example.com may not use this key: add it to ALLOWED_ORIGINS.',
    })

    const preflight = async (origin: string) => {
      const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' }
      const answer = await app.request('/v1/batch', { method: 'OPTIONS', headers })
      expect(answer.headers.get('Vary')).toContain('Origin')
      return answer.headers.get('Access-Control-Allow-Origin')
    }
    expect(await preflight('https://shop.example.com')).toBe('https://shop.example.com')
    expect(await preflight('https://app.example.com')).toBe('https://app.example.com')
    expect(await preflight('https://evil.example.com')).toBeNull()
    await revokeKey(app.services, key.id)
    expect(await preflight('https://shop.example.com')).toBeNull()
  })

  test('can read why it was refused', async () => {
    const app = await createTestApp({ ALLOWED_ORIGINS: 'https://app.example.com' })
    const headers = { Origin: 'https://app.example.com', Authorization: 'Bearer pk_not_known_at_all' }
    const refused = await app.send('/v1/batch', { batch: [] }, { headers })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('https://app.example.com')
    expect(refused.headers.get('Vary')).toContain('Origin')
    expect(refused.headers.get('Access-Control-Expose-Headers')).toContain('RateLimit')
  })

  test('is answered without the database before it sends', async () => {
    const app = await createTestApp()
    app.services.database.client.close()
    const headers = { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'POST' }
    expect((await app.request('/v1/batch', { method: 'OPTIONS', headers })).status).toBe(204)
  })
})
