import { describe, expect, test } from 'vitest'
import { createClient } from '../../site/console/client.ts'
import { RequestError } from '../../site/console/request-error.ts'
import { noFilter } from '../../site/console/routes.ts'

const signal = new AbortController().signal
const problem = {
  type: 'about:blank',
  title: 'Some fields are wrong',
  status: 422,
  detail: 'Some fields are wrong',
  code: 'invalid',
  requestId: 'req_1',
  errors: [{ path: 'limit', detail: 'must be at most 500' }],
}

/** A client whose server gives one answer, and what it was asked. */
const clientOf = (answer: () => Response | Promise<Response>) => {
  const asked: string[] = []
  let signedOut = 0
  const client = createClient({
    fetch: async (input) => {
      asked.push(String(input))
      return answer()
    },
    onSignedOut: () => {
      signedOut += 1
    },
  })
  return { client, asked, signedOut: () => signedOut }
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  })

const failureOf = async (promise: Promise<unknown>): Promise<RequestError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof RequestError) return error
  throw new Error('It did not fail with a RequestError.')
}

describe('the console asks', () => {
  test('for accounts with what is filtered, and from where the last page ended', async () => {
    const { client, asked } = clientOf(() => json(200, { data: [], nextCursor: null }))
    await client.accounts({ ...noFilter, q: 'a&b', band: 'At Risk' }, { limit: 50, cursor: 'c=1' }, signal)
    expect(asked).toEqual(['/v1/accounts?sort=score&q=a%26b&band=At+Risk&limit=50&cursor=c%3D1'])
  })

  test('for an account whose id has signs of its own', async () => {
    const { client, asked } = clientOf(() => json(200, {}))
    await client.health('a/b ü', signal)
    expect(asked).toEqual(['/v1/accounts/a%2Fb%20%C3%BC/health'])
  })
})

describe('the console changes', () => {
  test('what it was told to, and takes an empty answer', async () => {
    const { client, asked } = clientOf(() => new Response(null, { status: 204 }))
    expect(await client.revokeKey('a/b')).toBeNull()
    expect(asked).toEqual(['/v1/keys/a%2Fb'])
  })

  test('nothing where the server refuses, and says so', async () => {
    const { client, signedOut } = clientOf(() => json(422, problem))
    expect((await failureOf(client.rotateKey('a', -1))).status).toBe(422)
    expect(signedOut()).toBe(0)
  })
})

describe('a session', () => {
  test('is there until the server says that it ends', async () => {
    const expiresAt = '2026-11-21T12:00:00.000Z'
    const session = { expiresAt, keyId: 'secret', scopes: ['read'] }
    expect(await clientOf(() => json(200, session)).client.session()).toEqual(session)
  })

  test('that is not there is no error, and no news', async () => {
    const { client, signedOut } = clientOf(() => json(200, { expiresAt: null, keyId: null, scopes: [] }))
    expect(await client.session()).toBeNull()
    expect(signedOut()).toBe(0)
  })

  test('that ended while reading is told', async () => {
    const { client, signedOut } = clientOf(() => json(401, { ...problem, status: 401 }))
    expect((await failureOf(client.surveys(signal))).status).toBe(401)
    expect(signedOut()).toBe(1)
  })
})

describe('an error is a sentence', () => {
  test('of the server, with the fields that are wrong and the name of the request', async () => {
    const error = await failureOf(clientOf(() => json(422, problem)).client.surveys(signal))
    expect(error.message).toBe('Some fields are wrong. limit: must be at most 500')
    expect(error.requestId).toBe('req_1')
    expect(error.fields).toEqual(problem.errors)
  })

  test('where a proxy answers in its own words', async () => {
    const error = await failureOf(
      clientOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 })).client.surveys(signal),
    )
    expect(error.message).toContain('502')
  })

  test('where the answer breaks off', async () => {
    const broken = () => new Response('{"data": [', { headers: { 'content-type': 'application/json' } })
    expect((await failureOf(clientOf(broken).client.surveys(signal))).message).toContain('broke off')
  })

  test('where no answer comes', async () => {
    const offline = () => Promise.reject(new TypeError('Failed to fetch'))
    expect((await failureOf(clientOf(offline).client.surveys(signal))).message).toContain('cannot be reached')
  })
})
