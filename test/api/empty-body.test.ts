import { describe, expect, test } from 'vitest'
import type { NewKey } from '../../api/contract/keys.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { listen } from '../support/listen.ts'
import { speakHttp } from '../support/speak-http.ts'

const json = { 'Content-Type': 'application/json' }

/** A server with a key to rotate, and the headers of who may: by key, and by a session of the console. */
async function open() {
  const app = await createTestApp()
  const url = await listen(app)
  const { id } = await app.read<NewKey>('/v1/keys', { kind: 'secret', name: 'Nightly import', scopes: ['read'] })
  const { secret } = app.services.keys
  const signedIn = await fetch(`${url}/v1/session`, { method: 'POST', body: JSON.stringify({ secretKey: secret }) })
  const cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { url, id, key: { Authorization: `Bearer ${secret}` }, session: { Cookie: cookie, Origin: url } }
}

describe('where nothing has to be said, nothing is enough', () => {
  test.each([
    ['with a type', json],
    ['without a type', {}],
  ])('%s', async (_, type) => {
    const { url, id, key, session } = await open()
    for (const path of [`/v1/keys/${id}/rotate`, '/v1/rejected-messages/replay']) {
      for (const headers of [key, session]) {
        const answer = await fetch(url + path, { method: 'POST', headers: { ...headers, ...type } })
        expect([path, answer.status]).toEqual([path, 200])
      }
    }
  })

  test('whether its length is given or not', async () => {
    const { url, id, key } = await open()
    for (const [length, body] of [
      [[], ''],
      [['Content-Length: 0'], ''],
      [['Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ] as const) {
      const fields = [`Authorization: ${key.Authorization}`, 'Content-Type: application/json', ...length]
      const head = [`POST /v1/keys/${id}/rotate HTTP/1.1`, 'Host: cairn', ...fields, 'Connection: close', '', '']
      const { answers } = await speakHttp(url, [head.join('\r\n') + body])
      expect(answers.map(({ status }) => status)).toEqual([200])
      // The old value works on for a day, as the description says.
      const { previousUntil, createdAt } = JSON.parse(answers[0]?.body ?? '') as NewKey
      expect(Date.parse(previousUntil ?? '') - Date.parse(createdAt)).toBe(24 * 60 * 60 * 1000)
    }
  })
})

test('where something has to be said, the answer names it', async () => {
  const { url, key, session } = await open()
  for (const headers of [key, session, { ...key, ...json }]) {
    const answer = await fetch(`${url}/v1/keys`, { method: 'POST', headers })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'kind' }, { path: 'name' }, { path: 'scopes' }] })
  }
})

test('a message is never empty', async () => {
  const { url, key } = await open()
  for (const path of ['/v1/track', '/v1/batch'])
    expect((await fetch(url + path, { method: 'POST', headers: key })).status).toBe(400)
})

test('a body that is no JSON is answered with the place where it stops being some', async () => {
  const { url, key } = await open()
  for (const path of ['/v1/keys', '/v1/health/score', '/v1/track', '/v1/batch']) {
    const answer = await fetch(url + path, { method: 'POST', headers: key, body: '{\n"name": Nora }' })
    expect(answer.status).toBe(400)
    const { detail } = (await answer.json()) as { detail: string }
    expect(detail).toMatch(/^The body is not JSON: .*"name": Nora.*\.$/s)
  }
})
