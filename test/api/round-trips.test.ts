import { expect, onTestFinished, test } from 'vitest'
import { callEveryRoute } from '../support/call-every-route.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { listenIn } from '../support/listen-in.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'

/** What goes through any number of rows, page by page, so that no transaction is long. */
const walks = new Set([
  'POST /v1/health/recompute',
  'GET /v1/users/mia/export',
  'DELETE /v1/users/jonas',
  'POST /v1/rejected-messages/replay',
])

/** What is written down about requests, some of it now and then: who used a key, and who changed what. */
const besides = /INSERT INTO audit_log|SET last_used_at/

test('no request asks a database server more than twice', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const ear = await listenIn(sqld.url)
  const app = await createTestApp({ DATABASE_URL: ear.url })
  await app.send('/v1/group', { userId: 'mia', groupId: 'linde', traits: { segment: 'school' } })
  await app.send('/v1/track', { messageId: 'known', userId: 'mia', event: 'signed_in' })

  const trips = new Map<string, number>()
  const unanswered: string[] = []
  ear.heard = []
  for await (const { route, status, body } of callEveryRoute(app)) {
    const asked = ear.heard.filter((said) => !besides.test(said)).length
    trips.set(route, Math.max(trips.get(route) ?? 0, asked))
    if (status >= 300 && status !== 404) unanswered.push(`${route}: ${status} ${body}`)
    ear.heard = []
  }
  expect(unanswered).toEqual([])
  expect(trips.size).toBeGreaterThan(25)
  expect([...trips].filter(([route, asked]) => asked > 2 && !walks.has(route))).toEqual([])
  // The count is a real one: these do ask.
  expect(trips.get('GET /v1/accounts')).toBe(1)
  expect(trips.get('POST /v1/state')).toBe(2)
})
