import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { LibsqlError } from '@libsql/client'
import SqliteDatabase from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { inboxOf } from '../../api/db/inbox.ts'
import { readSettings } from '../../api/env.ts'
import { startServices } from '../../api/start-services.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const readiness = async (app: Pick<TestApp, 'request'>) => {
  const response = await app.request('/readyz')
  const { detail } = (await response.json()) as { detail?: string }
  return { status: response.status, detail }
}

const fileOf = ({ services }: TestApp) => fileURLToPath(services.settings.databaseUrl)
const track = { userId: 'mia', event: 'signed_in' }

test('a server that can do its work is ready', async () => {
  expect(await readiness(await createTestApp())).toEqual({ status: 200, detail: undefined })
})

test('is found out by writes to both files, once a second at most however often it is asked', async () => {
  const app = await createTestApp()
  const { database } = app.services
  const files = [fileOf(app), inboxOf(fileOf(app))].map((path) => new SqliteDatabase(path))
  onTestFinished(() => files.forEach((file) => file.close()))
  const versions = () =>
    files.map((file) => (file.prepare('PRAGMA data_version').get() as { data_version: number }).data_version)
  await readiness(app)
  // Both threads are there now, and the answer does not hold any more.
  await wait(1100)
  const before = versions()
  let writes = 0
  const { write } = database
  database.write = (statements) => {
    writes += 1
    return write(statements)
  }
  const asked = await Promise.all(Array.from({ length: 20 }, () => readiness(app)))
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await readiness(app)).status).toBe(200)
  expect(writes).toBe(1)
  for (const [place, version] of versions().entries()) expect(version).not.toBe(before[place])

  database.write = () => Promise.reject(new LibsqlError('database or disk is full', 'SQLITE_FULL'))
  await expect
    .poll(() => readiness(app), { timeout: 3000 })
    .toEqual({ status: 503, detail: 'The disk of the database is full.' })
})

test('a database of another version is not', async () => {
  const app = await createTestApp()
  await app.services.database.write([`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)`])
  expect(await readiness(app)).toEqual({ status: 503, detail: 'The database has the schema of another version.' })
  await app.services.database.write(['DROP TABLE __drizzle_migrations'])
  expect(await readiness(app)).toMatchObject({ status: 503 })
  expect((await app.request('/healthz')).status).toBe(200)
})

test('a file that was deleted or replaced takes nothing more, and the server is not ready', async () => {
  for (const [happens, said] of [
    [(file: string) => rmSync(file), 'deleted'],
    [(file: string) => renameSync(file, `${file}.old`), 'deleted'],
    [
      (file: string) => {
        renameSync(file, `${file}.old`)
        writeFileSync(file, '')
      },
      'replaced',
    ],
  ] as const) {
    const app = await createTestApp()
    expect((await app.send('/v1/track', track)).status).toBe(200)
    happens(fileOf(app))
    const refused = await app.send('/v1/track', track)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(await readiness(app)).toMatchObject({
      status: 503,
      detail: 'The database cannot be written; the log says why.',
    })
    await expect(app.services.database.write(['SELECT 1'])).rejects.toThrow(said)
  }
})

test.each(['-wal', '-shm', '-inbox', '-inbox-wal', '-inbox-shm'])(
  'a deleted %s is noticed as the file itself is',
  async (part) => {
    const app = await createTestApp()
    expect((await app.send('/v1/track', track)).status).toBe(200)
    await app.read('/v1/events')
    rmSync(fileOf(app) + part)
    await expect.poll(async () => (await app.send('/v1/track', track)).status, { timeout: 3000 }).toBe(503)
    expect(await readiness(app)).toMatchObject({ status: 503 })
    const { database } = app.services
    const write = part.startsWith('-inbox-') ? database.inbox!.append : database.write
    await expect(write(['SELECT 1'])).rejects.toThrow(`cairn.db${part} was deleted or moved while it was in use`)
  },
)

test('a server that stops is not ready', async () => {
  const dataDir = temporaryFolder()
  const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const { services, beginStop, stop } = await startServices(settings, {
    root: join(import.meta.dirname, '../..'),
    jobs: false,
  })
  const app = createApp(services)
  const request = (path: string) => Promise.resolve(app.request(path))
  expect(await readiness({ request })).toEqual({ status: 200, detail: undefined })
  beginStop()
  expect(await readiness({ request })).toEqual({ status: 503, detail: 'The server is stopping.' })
  await stop()
})
