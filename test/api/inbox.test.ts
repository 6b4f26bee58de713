import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SqliteDatabase from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import type { IngestResult } from '../../api/contract/ingest.ts'
import { inboxOf } from '../../api/db/inbox.ts'
import { openDatabase } from '../../api/db/open.ts'
import { createTestApp, testStart, type TestApp } from '../support/create-test-app.ts'
import { expectNothingLost } from '../support/expect-nothing-lost.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { keepSending } from '../support/keep-sending.ts'
import { startApiProcess } from '../support/start-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  userId: 'mia',
  event: 'signed_in',
  messageId,
  context: { groupId: 'acme' },
  ...more,
})

/** The files of an app as somebody else opens them: nothing is settled for them. */
function openFiles(app: TestApp) {
  const path = join(app.services.settings.dataDir, 'cairn.db')
  // The server may be writing just then.
  const patient = { timeout: 5000 }
  const files = { facts: new SqliteDatabase(path, patient), inbox: new SqliteDatabase(inboxOf(path), patient) }
  onTestFinished(() => void (files.facts.close(), files.inbox.close()))
  const count = (database: SqliteDatabase.Database, table: string) =>
    (database.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count
  return { ...files, unsettled: () => count(files.inbox, 'arrivals'), settled: () => count(files.facts, 'events') }
}

test('what was acknowledged is on disk in the inbox, and in the tables as soon as somebody reads', async () => {
  const app = await createTestApp()
  const { facts, unsettled, settled } = openFiles(app)
  // Nobody settles while somebody else has the lock.
  facts.exec('BEGIN IMMEDIATE')
  await app.send('/v1/batch', { batch: [track('m1'), track('m2'), { type: 'track' }] })
  expect({ unsettled: unsettled(), settled: settled() }).toEqual({ unsettled: 3, settled: 0 })
  expect(app.services.writer.waiting()).toMatchObject({ messages: 0, unsettled: 3 })
  facts.exec('ROLLBACK')
  const { data } = await app.read<{ data: { messageId: string }[] }>('/v1/events')
  expect(data.map(({ messageId }) => messageId).toSorted()).toEqual(['m1', 'm2'])
  expect(await app.read('/v1/rejected-messages')).toMatchObject({ data: [{ reason: 'invalid' }] })
  await expect.poll(unsettled).toBe(0)
  expect({ settled: settled(), waiting: app.services.writer.waiting().unsettled }).toEqual({ settled: 2, waiting: 0 })
})

test('what nobody asks for is settled all the same, soon', async () => {
  const app = await createTestApp()
  const { settled } = openFiles(app)
  await app.send('/v1/track', track('m1'))
  await expect.poll(settled, { timeout: 2000 }).toBe(1)
})

test('a message is known wherever it is: in its batch, in the inbox, in the tables', async () => {
  const app = await createTestApp()
  const send = async (...ids: string[]) =>
    (await (await app.send('/v1/batch', { batch: ids.map((id) => track(id)) })).json()) as IngestResult
  expect(await send('m1', 'm1', 'm2')).toMatchObject({ accepted: 2, duplicates: 1 })
  expect(await send('m2', 'm3')).toMatchObject({ accepted: 1, duplicates: 1 })
  await app.read('/v1/events')
  expect(await send('m1', 'm3', 'm4')).toMatchObject({ accepted: 1, duplicates: 2 })
  expect((await app.read<{ data: unknown[] }>('/v1/events')).data).toHaveLength(4)
  await expectRollups(app.services.database)
})

test('what an end between settling and clearing left in the inbox is counted once', async () => {
  const app = await createTestApp()
  const { inbox } = openFiles(app)
  await app.send('/v1/batch', { batch: [track('m1'), track('m2')] })
  const left = inbox.prepare('SELECT message_id, kind, row FROM arrivals').all() as Record<string, string>[]
  await app.read('/v1/events')
  await expect.poll(() => inbox.prepare('SELECT 1 FROM arrivals').all()).toEqual([])
  for (const { message_id, kind, row } of left) {
    inbox.prepare('INSERT INTO arrivals (message_id, kind, row) VALUES (?, ?, ?)').run([message_id, kind, row])
  }
  await app.send('/v1/track', track('m3'))
  expect((await app.read<{ data: unknown[] }>('/v1/events')).data).toHaveLength(3)
  await expectRollups(app.services.database)
})

test('a fact that the tables cannot take after all holds up no other, and is kept as refused', async () => {
  const app = await createTestApp()
  await app.services.database.client.execute(
    `CREATE TRIGGER poison BEFORE INSERT ON events WHEN NEW.event = 'poison' BEGIN SELECT RAISE(ABORT, 'no'); END`,
  )
  const batch = Array.from({ length: 100 }, (_, place) =>
    track(`m${place}`, place === 63 ? { event: 'poison', timestamp: new Date(testStart - 3_601_000) } : {}),
  )
  // By a clock that is an hour late: as it is read now, it is read again when it is sent again.
  const sentAt = new Date(testStart - 3_600_000).toISOString()
  expect(await (await app.send('/v1/batch', { batch, sentAt })).json()).toMatchObject({ accepted: 100 })
  const { data } = await app.read<{ data: unknown[] }>('/v1/events?limit=200')
  expect(data).toHaveLength(99)
  const refused = await app.read<{ data: { id: string }[] }>('/v1/rejected-messages')
  expect(refused.data).toMatchObject([
    { messageId: 'm63', reason: 'unstorable', userId: 'mia', keyId: 'write', sentAt: '2026-03-02T07:00:00.000Z' },
  ])
  expect(await app.services.metrics.text()).toContain('cairn_messages_rejected_total{reason="unstorable"} 1')
  await app.services.database.client.execute('DROP TRIGGER poison')
  const replayed = await app.read('/v1/rejected-messages/replay', { ids: refused.data.map(({ id }) => id) })
  expect(replayed).toMatchObject({ accepted: 1 })
  expect(await app.read('/v1/events?event=poison')).toMatchObject({
    data: [{ messageId: 'm63', timestamp: new Date(testStart - 1000).toISOString() }],
  })
  await expectRollups(app.services.database)
})

test('a fault of the statements is no fault of the facts: they wait until it is mended', async () => {
  const app = await createTestApp()
  const { client } = app.services.database
  await client.execute('ALTER TABLE daily_events RENAME TO daily_events_away')
  const batch = Array.from({ length: 400 }, (_, place) => track(`m${place}`))
  expect(await (await app.send('/v1/batch', { batch })).json()).toMatchObject({ accepted: 400 })
  // What is settled can be read, quickly, and nothing more is taken.
  expect((await app.read<{ data: unknown[] }>('/v1/events')).data).toEqual([])
  expect((await app.send('/v1/track', track('more'))).status).toBe(503)
  expect((await app.request('/readyz')).status).toBe(503)
  await client.execute('ALTER TABLE daily_events_away RENAME TO daily_events')
  await expect.poll(async () => (await app.send('/v1/track', track('more'))).status, { timeout: 5000 }).toBe(200)
  expect((await app.read<{ data: unknown[] }>('/v1/events?limit=500')).data).toHaveLength(401)
  expect(await app.read('/v1/rejected-messages')).toMatchObject({ data: [] })
  await expectRollups(app.services.database)
})

test('rows that nobody can read are kept as refused, and hold up no other', async () => {
  const app = await createTestApp()
  const { inbox } = openFiles(app)
  await app.send('/v1/track', track('m1'))
  const insert = inbox.prepare('INSERT INTO arrivals (message_id, kind, row) VALUES (?, ?, ?)')
  insert.run(['x1', 'track', 'not json'])
  insert.run(['x2', 'track', '[]'])
  insert.run([null, 'refused', '{bad'])
  await app.send('/v1/track', track('m2'))
  const { data } = await app.read<{ data: { messageId: string }[] }>('/v1/events')
  expect(data.map(({ messageId }) => messageId).toSorted()).toEqual(['m1', 'm2'])
  const refused = await app.read<{ data: { reason: string }[] }>('/v1/rejected-messages')
  expect(refused.data.map(({ reason }) => reason)).toEqual(['unstorable', 'unstorable'])
  expect((await app.send('/v1/track', track('m3'))).status).toBe(200)
})

test('while another process holds the database, reads go on, and the server stops', async () => {
  const app = await createTestApp()
  const { facts } = openFiles(app)
  await app.read('/v1/events')
  facts.exec('BEGIN IMMEDIATE')
  await app.send('/v1/track', track('m1'))
  await app.read('/v1/events')
  // The first has waited for the lock; now it is known that there is nothing to wait for.
  const begun = performance.now()
  for (let read = 0; read < 5; read++) expect((await app.read<{ data: unknown[] }>('/v1/events')).data).toEqual([])
  expect(performance.now() - begun).toBeLessThan(2000)
  facts.exec('ROLLBACK')
  const isThere = async () => (await app.read<{ data: unknown[] }>('/v1/events')).data.length
  await expect.poll(isThere, { timeout: 10_000 }).toBe(1)
}, 30_000)

test('an inbox of many thousand rows is no backlog once they are settled and the server starts anew', async () => {
  const dataDir = temporaryFolder()
  const url = `file:${join(dataDir, 'cairn.db')}`
  const first = await openDatabase({ url })
  await first.inbox?.append([
    `INSERT INTO arrivals (id, kind, row) VALUES (30000, 'refused', '{}')`,
    'DELETE FROM arrivals',
  ])
  await first.close()
  const again = await openDatabase({ url })
  expect(again.inbox).toMatchObject({ newestRow: 30_000, settledRow: 30_000 })
  await again.close()
})

test('somebody who is erased before their facts are settled stays erased', async () => {
  const app = await createTestApp()
  const { inbox } = openFiles(app)
  await app.send('/v1/batch', { batch: [track('m1'), track('m2', { userId: 'noe' })] })
  const [row] = inbox.prepare(`SELECT message_id, kind, row FROM arrivals WHERE message_id = 'm1'`).all() as string[][]
  app.clock.now += 1000
  const erased = await app.request('/v1/users/mia', {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${app.services.keys.secret}` },
  })
  expect(erased.ok).toBe(true)
  // As if it had arrived in the very moment.
  inbox.prepare('INSERT INTO arrivals (message_id, kind, row) VALUES (:message_id, :kind, :row)').run(row)
  await app.send('/v1/track', track('m3', { userId: 'noe' }))
  const { data } = await app.read<{ data: { userId: string }[] }>('/v1/events')
  expect(data.map(({ userId }) => userId)).toEqual(['noe', 'noe'])
})

test('two processes on one file settle each other’s facts once', async () => {
  const dataDir = temporaryFolder()
  const first = await startApiProcess({ RATE_LIMIT: '0', DATA_DIR: dataDir })
  onTestFinished(() => first.dispose())
  const second = await startApiProcess({ RATE_LIMIT: '0', DATA_DIR: dataDir })
  onTestFinished(() => second.dispose())
  const { writeKey } = first
  const clients = keepSending({ urls: [first.url, second.url], writeKey, clients: 4, seed: 'two' })
  await wait(3000)
  await clients.stop()
  expect([await first.stop(), await second.stop()]).toEqual([0, 0])
  expect(clients.ledger.acknowledged.size).toBeGreaterThan(500)
  await expectNothingLost(`file:${join(dataDir, 'cairn.db')}`, clients.ledger)
}, 30_000)

test('what a killed server left in the inbox is there at the next start', async () => {
  const server = await startApiProcess()
  onTestFinished(() => server.dispose())
  const url = `file:${join(server.dataDir, 'cairn.db')}`
  const other = new SqliteDatabase(join(server.dataDir, 'cairn.db'), { timeout: 5000 })
  other.exec('BEGIN IMMEDIATE')
  const answer = await fetch(`${server.url}/v1/track`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.writeKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(track('m1')),
  })
  expect(answer.status).toBe(200)
  await server.stop('SIGKILL')
  other.exec('ROLLBACK')
  other.close()
  const left = await openDatabase({ url })
  expect([
    left.inbox!.newestRow - left.inbox!.settledRow,
    (await left.client.execute('SELECT 1 FROM events')).rows.length,
  ]).toEqual([1, 0])
  await left.close()

  const again = await startApiProcess({ DATA_DIR: server.dataDir })
  onTestFinished(() => again.dispose())
  expect(await again.stop()).toBe(0)
  const settled = await openDatabase({ url })
  expect([
    settled.inbox!.newestRow - settled.inbox!.settledRow,
    (await settled.client.execute('SELECT 1 FROM events')).rows.length,
  ]).toEqual([0, 1])
  await settled.close()
})

test('what was acknowledged outlives a log that was deleted under the server, once that is stopped', async () => {
  const server = await startApiProcess()
  onTestFinished(() => server.dispose())
  const call = (url: string, path: string, body?: object) =>
    fetch(`${url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        Authorization: `Bearer ${body ? server.writeKey : server.secretKey}`,
        'Content-Type': 'application/json',
      },
    })
  const acknowledged: string[] = []
  const send = async (messageId: string) => {
    const { status } = await call(server.url, '/v1/track', track(messageId))
    if (status === 200) acknowledged.push(messageId)
    return status
  }
  for (const id of ['m1', 'm2', 'm3']) expect(await send(id)).toBe(200)
  await call(server.url, '/v1/events')
  rmSync(join(server.dataDir, 'cairn.db-wal'))
  await expect.poll(() => send(`late${acknowledged.length}`), { timeout: 3000 }).toBe(503)
  expect(await server.stop()).toBe(0)

  const again = await startApiProcess({ DATA_DIR: server.dataDir })
  onTestFinished(() => again.dispose())
  const { data } = (await (await call(again.url, '/v1/events')).json()) as { data: { messageId: string }[] }
  expect(data.map(({ messageId }) => messageId)).toEqual(expect.arrayContaining(acknowledged))
})
