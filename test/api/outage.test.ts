import { join } from 'node:path'
import SqliteDatabase from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../api/db/open.ts'
import { isOutage } from '../../api/db/outage.ts'
import { callEveryRoute } from '../support/call-every-route.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'
import { accounts } from '../../api/db/schema.ts'
import { LibsqlError } from '@libsql/client'

test.each([
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_READONLY_DBMOVED',
  'SQLITE_IOERR',
  'SQLITE_IOERR_WRITE',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_CANTOPEN',
  'SQLITE_NOMEM',
  'SQLITE_CORRUPT',
  'SQLITE_ABORT',
  'STREAM_EXPIRED',
  'TRANSACTION_TIMEOUT',
  'BLOCKED',
  'SERVER_ERROR',
  'SERVER_SILENT',
  'SERVER_UNREACHABLE',
  'HRANA_PROTO_ERROR',
  'HRANA_CLOSED_ERROR',
])('%s is an outage, by itself and in the words of the query builder', (code) => {
  const error = new LibsqlError('It failed.', code)
  expect(isOutage(error)).toBe(true)
  expect(isOutage(new Error('Failed query', { cause: error }))).toBe(true)
})

test.each(['SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_MISMATCH', 'SQLITE_TOOBIG'])(
  '%s is the fault of a statement',
  (code) => {
    expect(isOutage(new LibsqlError('It failed.', code))).toBe(false)
  },
)

test('an error of something else is no outage', () => {
  expect(isOutage(new TypeError('x is not a function'))).toBe(false)
  expect(isOutage(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))).toBe(false)
  expect(isOutage(undefined)).toBe(false)
})

async function expectRefusals(app: TestApp) {
  const refused: string[] = []
  for await (const { route, status, headers, body } of callEveryRoute(app)) {
    expect([route, body, status]).not.toEqual([route, body, 500])
    if (status !== 503) continue
    expect([route, Number(headers.get('Retry-After')) > 0]).toEqual([route, true])
    expect([route, (JSON.parse(body) as { code: string }).code]).toEqual([route, 'overloaded'])
    refused.push(route)
  }
  expect(refused).toEqual(expect.arrayContaining(['POST /v1/track', 'GET /v1/events', 'GET /v1/accounts/linde']))
}

test('every route that needs a server which is gone answers 503 with Retry-After', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const app = await createTestApp({ DATABASE_URL: sqld.url })
  await sqld.kill()
  await expectRefusals(app)
  expect((await app.request('/readyz')).status).toBe(503)
  expect((await app.request('/healthz')).status).toBe(200)
  await sqld.start()
  expect((await app.send('/v1/track', { userId: 'mia', event: 'signed_in' })).status).toBe(200)
  await expect.poll(async () => (await app.request('/readyz')).status, { timeout: 3000 }).toBe(200)
})

test('a server whose file is locked for seconds is waited for', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const database = await openDatabase({ url: sqld.url })
  onTestFinished(() => database.close())
  await database.write(['CREATE TABLE names (name TEXT)'])
  // As a checkpoint of a large log has it.
  const file = new SqliteDatabase(join(sqld.folder, 'db/dbs/default/data'))
  onTestFinished(() => void file.close())
  file.exec('BEGIN IMMEDIATE')
  const begun = performance.now()
  setTimeout(() => file.exec('ROLLBACK'), 4000)
  await database.write([`INSERT INTO names VALUES ('mia')`])
  expect(performance.now() - begun).toBeGreaterThan(3900)
  expect((await database.read(['SELECT name FROM names']))[0]?.rows).toMatchObject([{ name: 'mia' }])
}, 20_000)

test('a server that accepts connections and stays silent is given up on', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const database = await openDatabase({ url: sqld.url, timeout: 300 })
  onTestFinished(() => database.close())
  await database.write(['CREATE TABLE accounts (id TEXT)'])
  sqld.pause()
  const asked = performance.now()
  for (const ask of [
    () => database.read(['SELECT 1']),
    () => database.write(['CREATE TABLE more (id TEXT)']),
    () => database.orm.select({ id: accounts.id }).from(accounts),
    () => database.mayLag.read(['SELECT 1']),
  ]) {
    const error = await Promise.resolve(ask()).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(isOutage(error)).toBe(true)
  }
  expect(performance.now() - asked).toBeLessThan(3000)
  sqld.goOn()
  expect((await database.read(['SELECT 1 AS one']))[0]?.rows).toMatchObject([{ one: 1 }])
})
