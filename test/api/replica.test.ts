import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { accounts } from '../../api/db/schema.ts'
import type { Log } from '../../api/log.ts'
import { callEveryRoute } from '../support/call-every-route.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { layWire } from '../support/slow-wire.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'

/** A primary, a replica of it, and a database that reads from both. */
async function openBoth(context: TestContext, { maxLag = 10_000 } = {}) {
  if (noSqld) context.skip(noSqld)
  const primary = await startSqld()
  onTestFinished(() => primary.dispose())
  const empty = await openDatabase({ url: primary.url })
  await migrate(empty)
  await empty.close()
  const wire = await layWire(primary.grpcUrl)
  const replica = await startSqld({ replicaOf: { grpcUrl: wire.url } })
  onTestFinished(() => replica.dispose())
  const copy = await openDatabase({ url: replica.url })
  await expect.poll(() => copy.read(['SELECT 1 FROM events']).then(Boolean, () => false), isUsed(true)).toBe(true)
  await copy.close()
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const log: Log = { debug: say, info: say, warn: say, error: say, writes: () => true }
  const database = await openDatabase({ url: primary.url, timeout: 400, replica: { url: replica.url, log, maxLag } })
  onTestFinished(() => database.close())
  return { primary, replica, wire, database, said }
}

const insert = (id: string) => ({
  sql: `INSERT INTO events (message_id, type, timestamp, received_at, properties, traits, context)
    VALUES (:id, 'track', 0, 0, '{}', '{}', '{}')`,
  args: { id },
})
const count = 'SELECT count(*) AS count FROM events'
const isUsed = (used: boolean) => ({ timeout: 10_000, message: `the replica is ${used ? '' : 'not '}used` })

test('reads that may lag are answered by the replica, and all others by the primary', async (context) => {
  const { primary, database, said } = await openBoth(context)
  await database.write([insert('m1')])
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  await expect.poll(async () => (await database.mayLag.read([count]))[0]?.rows[0]?.['count'], { timeout: 5000 }).toBe(1)
  const { fallbacks } = database.replica() ?? { fallbacks: NaN }

  // Only the replica can answer now.
  await primary.kill()
  expect((await database.mayLag.read([count]))[0]?.rows[0]?.['count']).toBe(1)
  expect(await database.mayLag.orm.select().from(accounts)).toEqual([])
  await expect(database.read([count])).rejects.toThrow('cannot be reached')
  await expect(database.write([insert('m2')])).rejects.toThrow('cannot be reached')
  // The replica is not given up on because nobody can tell how far behind it is.
  await wait(1500)
  expect(database.replica()).toMatchObject({ isUsed: true, fallbacks })
  expect(said).toEqual(['Reads that may lag go to the replica.'])
})

test('the primary answers for a replica that is gone or silent, which is said once and counted', async (context) => {
  const { replica, database, said } = await openBoth(context)
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  const { fallbacks } = database.replica() ?? { fallbacks: NaN }
  await database.write([insert('m1')])

  await replica.kill()
  for (let time = 0; time < 3; time++) {
    expect((await database.mayLag.read([count]))[0]?.rows[0]?.['count']).toBe(1)
    expect(await database.mayLag.orm.select().from(accounts)).toEqual([])
  }
  expect(database.replica()).toMatchObject({ isUsed: false, fallbacks: fallbacks + 6 })
  expect(said).toEqual(['Reads that may lag go to the replica.', expect.stringContaining('is not used')])

  await replica.start()
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  replica.pause()
  expect((await database.mayLag.read([count]))[0]?.rows[0]?.['count']).toBe(1)
  expect(database.replica()?.isUsed).toBe(false)
  replica.goOn()
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  expect(said).toHaveLength(5)
})

test('a statement that is wrong says nothing about the replica', async (context) => {
  const { database, said } = await openBoth(context)
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  for (const wrong of ['SELECT * FROM nowhere', 'SELEKT 1', `SELECT json_extract('{', '$')`]) {
    await expect(database.mayLag.read([wrong])).rejects.toThrow()
    expect([wrong, database.replica()?.isUsed]).toEqual([wrong, true])
  }
  expect(said).toEqual(['Reads that may lag go to the replica.'])
})

test('a replica that is too far behind is not used until it has caught up', async (context) => {
  const { wire, database, said } = await openBoth(context, { maxLag: 1500 })
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  wire.hold()
  await database.write([insert('m1')])
  // It answers, but not with what was written.
  expect((await database.mayLag.read([count]))[0]?.rows[0]?.['count']).toBe(0)
  await expect.poll(() => database.replica()?.isUsed, isUsed(false)).toBe(false)
  expect(database.replica()?.lagSeconds).toBeGreaterThan(1.5)
  expect((await database.mayLag.read([count]))[0]?.rows[0]?.['count']).toBe(1)

  wire.goOn()
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  expect((await database.mayLag.read([count]))[0]?.rows[0]?.['count']).toBe(1)
  expect(database.replica()?.lagSeconds).toBe(0)
  expect(said).toHaveLength(3)
}, 40_000)

test('without the primary, lists and figures are still shown, and nothing is decided on old data', async (context) => {
  const { primary, replica } = await openBoth(context)
  const app = await createTestApp({ DATABASE_URL: primary.url, DATABASE_REPLICA_URL: replica.url })
  await app.send('/v1/group', { userId: 'mia', groupId: 'linde', traits: { segment: 'school' } })
  const { database } = app.services
  await expect.poll(() => database.replica()?.isUsed, isUsed(true)).toBe(true)
  await expect.poll(async () => (await database.mayLag.read([count]))[0]?.rows[0]?.['count'], isUsed(true)).toBe(1)
  await primary.kill()

  const statuses = new Map<string, number>()
  for await (const { route, status } of callEveryRoute(app)) statuses.set(route, status)
  const withStatus = (wanted: number) => [...statuses].filter(([, status]) => status === wanted).map(([route]) => route)
  expect(withStatus(200)).toEqual(
    expect.arrayContaining([
      'GET /v1/events',
      'GET /v1/accounts',
      'GET /v1/accounts/linde',
      'GET /v1/accounts/linde/health',
      'GET /v1/accounts/linde/health/history',
      'GET /v1/accounts/linde/timeline',
      'GET /v1/accounts/linde/traits',
      'GET /v1/users',
      'GET /v1/surveys/nps/results',
      'GET /v1/articles/insights',
    ]),
  )
  expect(withStatus(503)).toEqual(
    expect.arrayContaining([
      'POST /v1/track',
      'POST /v1/state',
      'POST /v1/shown',
      'POST /v1/surveys/nps/responses',
      'GET /v1/accounts/linde/onboarding',
      'POST /v1/health/recompute',
    ]),
  )
  expect(withStatus(500)).toEqual([])
}, 40_000)
