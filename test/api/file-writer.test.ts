import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import SqliteDatabase from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { openFileWriter } from '../../api/db/file-writer.ts'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { isOutage } from '../../api/db/outage.ts'
import { flushStatements, insertFacts } from '../../api/ingest/flush-statements.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

test('writes transactions in the order in which they were asked for, and all of them before it ends', async () => {
  const file = join(temporaryFolder(), 'numbers.db')
  const writer = openFileWriter({ path: file, files: [], settings: [] })
  const writes = [
    writer.write(['CREATE TABLE numbers (number integer PRIMARY KEY, double integer)']),
    ...Array.from({ length: 200 }, (_, number) =>
      writer.write([
        { sql: 'INSERT INTO numbers VALUES (:number, (SELECT count(*) FROM numbers) * 2)', args: { number } },
      ]),
    ),
  ]
  await writer.close()
  await Promise.all(writes)
  const reopened = openFileWriter({ path: file, files: [], settings: [] })
  const [odd] = await reopened.write([
    { sql: 'SELECT count(*) AS odd FROM numbers WHERE double != number * 2', args: [] },
  ])
  expect(odd?.rows[0]?.['odd']).toBe(0)
  await reopened.close()
})

test('a transaction that fails leaves nothing behind and holds up nobody', async () => {
  const writer = openFileWriter({ path: join(temporaryFolder(), 'names.db'), files: [], settings: [] })
  onTestFinished(() => writer.close())
  await writer.write(['CREATE TABLE names (name text PRIMARY KEY) STRICT'])
  const insert = (name: string | null) => ({ sql: 'INSERT INTO names VALUES (?)', args: [name] })
  const [before, failed, after] = [
    writer.write([insert('a')]),
    failureOf(writer.write([insert('b'), insert('a')])),
    writer.write([insert('c'), 'SELECT name FROM names ORDER BY name']),
  ]
  await before
  expect(await failed).toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  expect(isOutage(await failed)).toBe(false)
  expect((await after)[1]?.rows).toEqual([{ name: 'a' }, { name: 'c' }])
})

test('tells which rows of many were skipped', async () => {
  const writer = openFileWriter({ path: join(temporaryFolder(), 'names.db'), files: [], settings: [] })
  onTestFinished(() => writer.close())
  await writer.write([
    'CREATE TABLE names (name text PRIMARY KEY, size integer)',
    'CREATE TABLE banned (name text PRIMARY KEY)',
  ])
  const insertWhere = (condition: string) =>
    `INSERT INTO names SELECT ?1, ?2 WHERE ${condition} ON CONFLICT (name) DO NOTHING`
  const insert = {
    one: insertWhere('true'),
    oneUnlessRefused: insertWhere('NOT EXISTS (SELECT 1 FROM banned WHERE name = ?3)'),
    someRefused: 'SELECT EXISTS (SELECT 1 FROM banned) AS found',
  }
  const rows = [
    ['a', 1, 'x'],
    ['b', 2, 'y'],
    ['a', 3, 'z'],
    ['c', null, 'x'],
  ]
  const [inserted] = await writer.write([{ ...insert, rows }])
  expect(inserted).toMatchObject({ rowsAffected: 3, skipped: [2] })
  const [, , insertedLater, found] = await writer.write([
    'DELETE FROM names',
    { sql: 'INSERT INTO banned VALUES (?)', args: ['y'] },
    { ...insert, rows },
    'SELECT * FROM names ORDER BY name',
  ])
  expect(insertedLater).toMatchObject({ rowsAffected: 2, skipped: [1, 2] })
  expect(found?.rows).toEqual([
    { name: 'a', size: 1 },
    { name: 'c', size: null },
  ])
})

test('a file that cannot be opened is an outage, and written when it can', async () => {
  const folder = join(temporaryFolder(), 'not', 'there', 'yet')
  const writer = openFileWriter({ path: join(folder, 'late.db'), files: [], settings: [] })
  onTestFinished(() => writer.close())
  const create = ['CREATE TABLE late (name text)']
  const errors = await Promise.all([failureOf(writer.write(create)), failureOf(writer.write(create))])
  expect(errors.map(isOutage)).toEqual([true, true])
  mkdirSync(folder, { recursive: true })
  await expect(writer.write(create)).resolves.toHaveLength(1)
})

test('writes that wait for a lock of somebody else are given up together, and go on when it is free', async () => {
  const file = join(temporaryFolder(), 'names.db')
  const writer = openFileWriter({ path: file, files: [], settings: [] })
  onTestFinished(() => writer.close())
  await writer.write(['CREATE TABLE names (name text)'])
  const other = new SqliteDatabase(file)
  onTestFinished(() => void other.close())
  const insert = ["INSERT INTO names VALUES ('a')"]
  other.exec('BEGIN IMMEDIATE')
  const begun = performance.now()
  const errors = await Promise.all(Array.from({ length: 4 }, () => failureOf(writer.write(insert))))
  expect(errors).toMatchObject(errors.map(() => ({ code: 'SQLITE_BUSY' })))
  expect(performance.now() - begun).toBeGreaterThan(4000)
  expect(performance.now() - begun).toBeLessThan(8000)
  other.exec('ROLLBACK')
  await expect(writer.write(insert)).resolves.toHaveLength(1)
  // A lock that is held for a moment only is waited for again.
  other.exec('BEGIN IMMEDIATE')
  const patient = writer.write(insert)
  await wait(500)
  other.exec('ROLLBACK')
  await expect(patient).resolves.toHaveLength(1)
}, 20_000)

test('a flush reads no more than its own facts, however many there are', async () => {
  const database = await openDatabase({ url: `file:${join(temporaryFolder(), 'cairn.db')}` })
  onTestFinished(() => database.close())
  await migrate(database)
  const statements = flushStatements({
    insert: { sql: insertFacts('json_each(:rows) AS sent'), args: { rows: '[]' } },
    kinds: ['track visitor unattributed', 'identify', 'group', 'alias'],
    programs: [],
  })
  const plans = await Promise.all(
    statements.map(async (statement) => {
      const { sql, args } = typeof statement === 'string' ? { sql: statement, args: [] } : statement
      const { rows } = await database.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args ?? [] })
      return rows.map((row) => String(row['detail']))
    }),
  )
  const steps = plans.flat().filter((step) => /^(SCAN|SEARCH) (events|visitors)\b/.test(step))
  expect(steps.length).toBeGreaterThan(15)
  expect(
    steps.filter(
      (step) =>
        !/^SEARCH events USING INTEGER PRIMARY KEY \(rowid>\?\)$/.test(step) &&
        !/^SEARCH events USING INDEX events_visitor \(anonymous_id=\?/.test(step) &&
        !/^SEARCH visitors USING INDEX (visitors_event \(event_id>\?\)|sqlite_autoindex_visitors_1 \(anonymous_id=\?\))$/.test(
          step,
        ),
    ),
  ).toEqual(['SEARCH events'])
})
