import { expect, onTestFinished, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'

const track = (messageId: string) => ({ type: 'track', userId: 'mia', event: 'signed_in', messageId })

/** Does what a newer version might have done to a table that facts on their way in need. */
async function expectToWait(app: TestApp, table: string): Promise<void> {
  const { client } = app.services.database
  expect((await app.send('/v1/track', track('before'))).status).toBe(200)
  await client.execute(`ALTER TABLE ${table} RENAME TO away`)
  for (const [path, body] of [
    ['/v1/track', track('alone')],
    ['/v1/batch', { batch: [track('first'), { type: 'track' }, track('second')] }],
  ] as const) {
    const { status, headers } = await app.send(path, body)
    expect([path, status, headers.get('Retry-After')]).toEqual([path, 503, '5'])
  }
  await client.execute(`ALTER TABLE away RENAME TO ${table}`)
  expect(await (await app.send('/v1/batch', { batch: ['alone', 'first', 'second'].map(track) })).json()).toEqual({
    accepted: 3,
    duplicates: 0,
    rejected: [],
  })
  expect(await app.read('/v1/rejected-messages')).toMatchObject({ data: [] })
}

test('where a file cannot take any message, none is blamed: each is refused with 503', async () => {
  await expectToWait(await createTestApp(), 'tombstones')
})

test('where a server cannot take any message, none is blamed: each is refused with 503', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  await expectToWait(await createTestApp({ DATABASE_URL: sqld.url }), 'daily_users')
})
