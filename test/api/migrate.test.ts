import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hasNewestSchema, migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = join(import.meta.dirname, '../../api/db/migrations')
const databases = join(import.meta.dirname, '../support/databases')
interface Journal {
  entries: { idx: number; tag: string; when: number }[]
}
const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal

async function open(url: string) {
  const database = await openDatabase({ url })
  onTestFinished(() => database.client.close())
  return database
}

const emptyFile = () => `file:${join(temporaryFolder(), 'cairn.db')}`
const openEmpty = () => open(emptyFile())

/** The migrations up to one of them, as an older version had them. */
function migrationsUntil(last: number): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  const entries = journal.entries.filter((entry) => entry.idx <= last)
  writeFileSync(join(copy, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  return copy
}

const versions = journal.entries.map((entry) => [entry.tag, entry.idx] as const)

test.each(versions)(
  'a database of version %s with rows in it comes to the newest schema and keeps them',
  async (tag, idx) => {
    const database = await openEmpty()
    await migrate(database, { folder: migrationsUntil(idx) })
    await database.client.executeMultiple(readFileSync(join(databases, `${tag}.sql`), 'utf8'))
    await migrate(database)
    expect(await hasNewestSchema(database)).toBe(true)

    const events = await database.client.execute('SELECT message_id, account_id, timestamp FROM events')
    expect({ ...events.rows[0] }).toEqual({ message_id: 'm1', account_id: 'linde', timestamp: 1772438400000 })
    const accounts = await database.client.execute('SELECT name, segment, mrr FROM accounts')
    expect({ ...accounts.rows[0] }).toEqual({ name: 'Linde', segment: 'school', mrr: 149 })
    const responses = await database.client.execute('SELECT answers FROM survey_responses')
    expect({ ...responses.rows[0] }).toEqual({ answers: '{"score":9}' })
    const integrity = await database.client.execute('PRAGMA integrity_check')
    expect({ ...integrity.rows[0] }).toEqual({ integrity_check: 'ok' })
  },
)

test('migrating twice changes nothing', async () => {
  const database = await openEmpty()
  await migrate(database)
  await migrate(database)
  expect(await hasNewestSchema(database)).toBe(true)
})

test('a database of a newer version is refused with a sentence', async () => {
  const database = await openEmpty()
  await migrate(database)
  await database.client.execute(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)`)
  await expect(migrate(database)).rejects.toThrow('newer version of Cairn')
  expect(await hasNewestSchema(database)).toBe(false)
})

test('a file is written ahead and synchronised in full', async () => {
  const database = await openEmpty()
  const pragma = async (name: string) => (await database.client.execute(`PRAGMA ${name}`)).rows[0]?.[name]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
})

/** Several processes that migrate a database at the same moment: what each said when it ended other than well. */
async function migrateAtOnce(url: string, count: number): Promise<string[]> {
  const script = join(import.meta.dirname, '../support/migrate-process.ts')
  const children = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, [script, url])
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  })
  await Promise.all(children.map((child) => once(child.stdout, 'data')))
  const failures = children.map(async (child) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdin.write('go')
    const [code] = (await once(child, 'close')) as [number | null]
    return code === 0 ? [] : [`${code}: ${said}`]
  })
  return (await Promise.all(failures)).flat()
}

async function expectMigratedOnce(url: string): Promise<void> {
  const database = await open(url)
  expect(await hasNewestSchema(database)).toBe(true)
  const applied = await database.client.execute('SELECT count(*) AS all_of_them FROM __drizzle_migrations')
  expect(applied.rows[0]?.['all_of_them']).toBe(journal.entries.length)
}

describe('several processes that start at once', { timeout: 60_000 }, () => {
  test('make one schema in an empty file', async () => {
    const url = emptyFile()
    expect(await migrateAtOnce(url, 4)).toEqual([])
    await expectMigratedOnce(url)
  })

  test('bring a file of the first version up to date once', async () => {
    const url = emptyFile()
    const database = await open(url)
    await migrate(database, { folder: migrationsUntil(0) })
    await database.client.executeMultiple(readFileSync(join(databases, '0000_first-trail.sql'), 'utf8'))
    expect(await migrateAtOnce(url, 4)).toEqual([])
    await expectMigratedOnce(url)
    const kept = await database.client.execute('SELECT message_id FROM events')
    expect(kept.rows.map((row) => row['message_id'])).toEqual(['m1'])
  })

  test('do the same on a server', async (context) => {
    if (noSqld) context.skip(noSqld)
    const server = await startSqld()
    onTestFinished(() => server.dispose())
    const database = await open(server.url)
    await migrate(database, { folder: migrationsUntil(0) })
    await database.client.executeMultiple(readFileSync(join(databases, '0000_first-trail.sql'), 'utf8'))
    expect(await migrateAtOnce(server.url, 4)).toEqual([])
    await expectMigratedOnce(server.url)

    const broken = migrationsUntil(1)
    const [, columns] = await database.client.batch(['DELETE FROM __drizzle_migrations', 'PRAGMA table_info(events)'])
    await expect(migrate(database, { folder: broken })).rejects.toThrow('already exists')
    expect((await database.client.execute('PRAGMA table_info(events)')).rows).toEqual(columns?.rows)
  })
})

test('a migration that fails halfway leaves the database as it was', async () => {
  const database = await openEmpty()
  await migrate(database, { folder: migrationsUntil(0) })
  const schema = async () =>
    (await database.client.execute('SELECT sql FROM sqlite_master ORDER BY name')).rows.map((row) => row['sql'])
  const before = await schema()

  const broken = migrationsUntil(1)
  appendFileSync(
    join(broken, '0001_many-machines.sql'),
    '--> statement-breakpoint\nINSERT INTO no_such_table VALUES (1);',
  )
  await expect(migrate(database, { folder: broken })).rejects.toThrow('no_such_table')
  expect(await schema()).toEqual(before)
  await migrate(database)
  expect(await hasNewestSchema(database)).toBe(true)
})
