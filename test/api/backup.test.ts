import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeBackup } from '../../api/backup/make-backup.ts'
import { restoreBackup } from '../../api/backup/restore-backup.ts'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { settleLeft } from '../../api/ingest/settle-left.ts'
import { createLog } from '../../api/log.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { expectRollups } from '../support/expect-rollups.ts'
import { keepSending } from '../support/keep-sending.ts'
import { listen } from '../support/listen.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const now = Date.parse('2026-03-02T08:00:00.000Z')
const log = createLog('silent')
const given = { programs: [], log, now }
const track = (messageId: string) => ({ type: 'track', userId: 'mia', event: 'signed_in', messageId })

async function messagesIn(path: string): Promise<string[]> {
  const database = await openDatabase({ url: `file:${path}` })
  const { rows } = await database.client.execute('SELECT message_id FROM events ORDER BY id')
  await database.close()
  return rows.map((row) => String(row['message_id']))
}

/** Runs a command as npm does. */
async function command(name: string, args: string[], dataDir: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, `../../scripts/${name}.ts`), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said }
}

test('a backup of a server under load holds everything acknowledged before it began, and can be restored', async () => {
  const app = await createTestApp({ RATE_LIMIT: '0' })
  const { settings, keys } = app.services
  const clients = keepSending({ urls: [await listen(app)], writeKey: keys.write, clients: 4, seed: 'backup' })
  await sleep(1500)
  const acknowledged = new Set(clients.ledger.acknowledged)
  const file = join(temporaryFolder(), 'backup.db')
  const made = await command('backup', [file], settings.dataDir)
  const during = clients.ledger.acknowledged.size
  await clients.stop()
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining('is a verified backup') })
  expect(acknowledged.size).toBeGreaterThan(100)
  expect(during).toBeGreaterThan(acknowledged.size)

  const elsewhere = temporaryFolder()
  expect(await command('restore', [file], elsewhere)).toMatchObject({ code: 0 })
  const restored = new Set(await messagesIn(join(elsewhere, 'cairn.db')))
  expect([...acknowledged].filter((id) => !restored.has(id))).toEqual([])
  const database = await openDatabase({ url: `file:${join(elsewhere, 'cairn.db')}` })
  await expectRollups(database)
  await database.close()
})

test('a database in use is not replaced, one that is free is, and what was there stays beside it', async () => {
  const app = await createTestApp()
  const { dataDir, databaseUrl } = app.services.settings
  await app.send('/v1/batch', { batch: [track('m1')] })
  const backup = join(temporaryFolder(), 'backup.db.gz')
  await makeBackup({ databaseUrl, to: backup, gzip: true, ...given })
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  expect(readFileSync(backup).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  await app.send('/v1/batch', { batch: [track('m2')] })
  await expect(restoreBackup({ databaseUrl, from: backup, now })).rejects.toThrow('is in use. Stop the server')
  expect((await app.send('/v1/batch', { batch: [track('m3')] })).status).toBe(200)
  expect(readdirSync(dataDir).filter((name) => name.includes('unfinished') || name.includes('before'))).toEqual([])

  // As after a crash: with a log that is not in the file yet, and an inbox that is not settled.
  const free = temporaryFolder()
  for (const part of ['', '-wal', '-inbox', '-inbox-wal']) {
    copyFileSync(join(dataDir, `cairn.db${part}`), join(free, `cairn.db${part}`))
  }
  const restored = await restoreBackup({ databaseUrl: `file:${join(free, 'cairn.db')}`, from: backup, now })
  expect(restored).toMatchObject({ facts: 1, aside: expect.stringContaining('before-2026-03-02') })
  expect(await messagesIn(restored.path)).toEqual(['m1'])
  // It is no backup as it is, for some of it waits beside it.
  await expect(
    restoreBackup({ databaseUrl: `file:${join(free, 'x.db')}`, from: restored.aside!, now }),
  ).rejects.toThrow('make a backup of it first')
  expect(await settleLeft(`file:${restored.aside!}`, { ...given, now: () => now, newId: randomUUID })).toBe(0)
  expect(await messagesIn(restored.aside!)).toEqual(['m1', 'm2', 'm3'])
})

test('messages that cannot be settled are in no backup, which says so', async () => {
  const app = await createTestApp()
  const { databaseUrl } = app.services.settings
  await app.services.database.client.execute('ALTER TABLE daily_events RENAME TO daily_events_away')
  await app.send('/v1/track', track('m1'))
  const to = join(temporaryFolder(), 'backup.db')
  await expect(makeBackup({ databaseUrl, to, ...given })).rejects.toThrow('1 messages wait')
  expect(existsSync(to)).toBe(false)
})

test('what a database left that was taken away is no part of the one that is restored', async () => {
  const app = await createTestApp()
  const { dataDir, databaseUrl } = app.services.settings
  await app.send('/v1/track', track('m1'))
  const backup = join(temporaryFolder(), 'backup.db')
  await makeBackup({ databaseUrl, to: backup, ...given })
  await app.send('/v1/track', track('m2'))
  const free = temporaryFolder()
  for (const part of ['-wal', '-inbox', '-inbox-wal']) {
    copyFileSync(join(dataDir, `cairn.db${part}`), join(free, `cairn.db${part}`))
  }
  const restored = await restoreBackup({ databaseUrl: `file:${join(free, 'cairn.db')}`, from: backup, now })
  expect(await messagesIn(restored.path)).toEqual(['m1'])
  expect(readdirSync(free).filter((name) => name.includes('.before-')).length).toBe(3)
})

test('a backup that is damaged, of a newer version, or none, changes nothing', async () => {
  const folder = temporaryFolder()
  const whole = join(folder, 'whole.db')
  const database = await openDatabase({ url: `file:${whole}` })
  await migrate(database)
  await database.client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  await database.close()
  const target = join(folder, 'cairn.db')
  copyFileSync(whole, target)
  const restore = (from: string) => restoreBackup({ databaseUrl: `file:${target}`, from, now })

  const damaged = join(folder, 'damaged.db')
  writeFileSync(damaged, readFileSync(whole).fill(0x7f, 8192, 40_000))
  await expect(restore(damaged)).rejects.toThrow('damaged')
  const text = join(folder, 'text.db')
  writeFileSync(text, 'This is a letter, and quite a long one.'.repeat(100))
  await expect(restore(text)).rejects.toThrow('This is no database.')
  const cut = join(folder, 'cut.db.gz')
  await makeBackup({ databaseUrl: `file:${whole}`, to: cut, gzip: true, ...given })
  writeFileSync(cut, readFileSync(cut).subarray(0, 2000))
  await expect(restore(cut)).rejects.toThrow('cannot be unpacked')
  const newer = await openDatabase({ url: `file:${whole}` })
  await newer.write([`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`])
  await newer.close()
  await expect(restore(whole)).rejects.toThrow('newer version of Cairn')
  await expect(restore(join(folder, 'nothing.db'))).rejects.toThrow('There is no backup')
  const left = readdirSync(folder).filter((name) => !/-(wal|shm|inbox)$/.test(name))
  expect(left.toSorted()).toEqual(['cairn.db', 'cut.db.gz', 'damaged.db', 'text.db', 'whole.db'])
  expect(await messagesIn(target)).toEqual([])
})

test('a damaged database can be replaced', async () => {
  const app = await createTestApp()
  const backup = join(temporaryFolder(), 'backup.db')
  await makeBackup({ databaseUrl: app.services.settings.databaseUrl, to: backup, ...given })
  const target = join(temporaryFolder(), 'cairn.db')
  writeFileSync(target, 'What is left after the disk had its day.'.repeat(200))
  const { aside } = await restoreBackup({ databaseUrl: `file:${target}`, from: backup, now })
  expect(existsSync(aside!)).toBe(true)
  expect(await messagesIn(target)).toEqual([])
})

test('a folder keeps as many backups as it is told, and nothing else of it is touched', async () => {
  const { databaseUrl } = (await createTestApp()).services.settings
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'notes.txt'), 'Mine.')
  for (const hour of [1, 2, 3, 4])
    await makeBackup({ databaseUrl, to: folder, keep: 2, ...given, now: now + hour * 3_600_000 })
  expect(readdirSync(folder).toSorted()).toEqual([
    'cairn-2026-03-02T11-00-00-000Z.db',
    'cairn-2026-03-02T12-00-00-000Z.db',
    'notes.txt',
  ])
  await expect(makeBackup({ databaseUrl, to: folder, ...given })).rejects.toThrow('name a file for the backup')
})

test('what cannot be backed up is said in a sentence', async () => {
  const folder = temporaryFolder()
  expect(await command('backup', [join(folder, 'b.db')], folder)).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is no database at'),
  })
  expect(await command('backup', [], folder)).toMatchObject({ code: 1, said: expect.stringContaining('Say where') })
  await expect(makeBackup({ databaseUrl: 'http://127.0.0.1:8080', to: folder, ...given })).rejects.toThrow(
    'is a server',
  )
})
