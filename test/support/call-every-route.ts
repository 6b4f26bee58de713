import type { TestApp } from './create-test-app.ts'
import { routes } from './routes.ts'

/** A batch with all that can be in one: a fact that is known, a new one, and one that is wrong. */
const mixedBatch = {
  method: 'POST',
  path: '/v1/batch',
  body: {
    batch: [
      { type: 'track', messageId: 'known', userId: 'mia', event: 'signed_in' },
      { type: 'track', messageId: 'new', userId: 'mia', event: 'signed_in' },
      { type: 'track', messageId: 'wrong' },
    ],
  },
}

/** How a route answered. */
export interface Answered {
  /** Such as `GET /v1/accounts/linde`. */
  route: string
  status: number
  headers: Headers
  body: string
}

/** Calls every route with the secret key, one after the other. */
export async function* callEveryRoute(app: TestApp): AsyncGenerator<Answered> {
  let key = 'nobody'
  for (const { method, path, body } of [mixedBatch, ...routes]) {
    const response = await app.request(path.replace('KEY', key), {
      method,
      headers: { Authorization: `Bearer ${app.services.keys.secret}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const { status, headers } = response
    // Read to its end: what streams asks the database on the way.
    const text = await response.text()
    if (path === '/v1/keys' && method === 'POST' && response.ok) key = (JSON.parse(text) as { id: string }).id
    yield { route: `${method} ${path}`, status, headers, body: text }
  }
}
