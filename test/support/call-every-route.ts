import type { TestApp } from './create-test-app.ts'

/** Bodies that routes take. */
const bodies: Record<string, object> = {
  '/v1/batch': {
    batch: [
      { type: 'track', messageId: 'known', userId: 'mia', event: 'signed_in' },
      { type: 'track', messageId: 'new', userId: 'mia', event: 'signed_in' },
      { type: 'track', messageId: 'wrong' },
    ],
  },
  '/v1/track': { userId: 'mia', event: 'signed_in' },
  '/v1/group': { userId: 'mia', groupId: 'linde' },
  '/v1/alias': { userId: 'mia', previousId: 'visitor' },
  '/v1/shown': { userId: 'mia', kind: 'survey', id: 'nps', action: 'shown' },
  '/v1/surveys/{id}/responses': { submissionId: 's', userId: 'mia', answers: { score: 9 }, completed: true },
  '/v1/feedback': { article: 'planning/conflicts', helpful: false },
  '/v1/article-views': { article: 'planning/conflicts' },
  '/v1/session': { secretKey: 'sk_test_0123456789abcdef' },
  '/v1/health/score': { scorecard: 'vectra', measures: {} },
}

/** What `{id}` is in a path. */
const ids: [start: string, id: string][] = [
  ['/v1/surveys/', 'nps'],
  ['/v1/users/', 'mia'],
  ['/v1/accounts/', 'linde'],
]

/** A route that the OpenAPI document describes, and how it answered. */
export interface Answered {
  /** Such as `GET /v1/accounts/{id}`. */
  route: string
  status: number
  headers: Headers
  body: string
}

/** Calls every route that the OpenAPI document describes with the secret key, one after the other. */
export async function* callEveryRoute(app: TestApp): AsyncGenerator<Answered> {
  const document = (await (await app.request('/v1/openapi.json')).json()) as { paths: Record<string, object> }
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods).map((name) => name.toUpperCase())) {
      const id = ids.find(([start]) => path.startsWith(start))?.[1] ?? 'nobody'
      const response = await app.request(path.replaceAll(/\{[^}]+\}/g, id), {
        method,
        headers: { Authorization: `Bearer ${app.services.keys.secret}`, 'Content-Type': 'application/json' },
        ...(method === 'POST' ? { body: JSON.stringify(bodies[path] ?? { userId: 'mia' }) } : {}),
      })
      const { status, headers } = response
      // Read to its end: what streams asks the database on the way.
      yield { route: `${method} ${path}`, status, headers, body: await response.text() }
    }
  }
}
