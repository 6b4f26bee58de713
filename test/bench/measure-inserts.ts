import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import SqliteDatabase from 'libsql'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { writeSettings } from '../../api/db/write-settings.ts'
import type { Fact } from '../../api/ingest/fact.ts'
import { readMessage, type Arrival } from '../../api/ingest/read-message.ts'
import { makeMessage } from './make-message.ts'

const columns = [
  ['message_id', 'messageId'],
  ['type', 'type'],
  ['event', 'event'],
  ['user_id', 'userId'],
  ['anonymous_id', 'anonymousId'],
  ['account_id', 'accountId'],
  ['timestamp', 'timestamp'],
  ['sent_timestamp', 'sentTimestamp'],
  ['received_at', 'receivedAt'],
  ['properties', 'properties'],
  ['traits', 'traits'],
  ['context', 'context'],
] as const
const into = `INSERT INTO events (${columns.map(([column]) => column).join(', ')})`
const insertOne = `${into} VALUES (${columns.map(() => '?').join(', ')})`
const insertMany = `${into} SELECT ${columns.map(([, field]) => `value ->> '${field}'`).join(', ')} FROM json_each(?)`

/** Ways to put facts into the table, each in one transaction, and how many facts it carries. */
export const insertWays = {
  single: { facts: 1, json: false },
  compiled: { facts: 1600, json: false },
  json: { facts: 1600, json: true },
}
export type InsertWay = keyof typeof insertWays

function arrival(): Arrival {
  return {
    oldest: 0,
    receivedAt: Date.now(),
    sentAt: undefined,
    keyId: 'write',
    newId: randomUUID,
    mayBeTooLarge: false,
    mayNameAccount: false,
    refuse: () => null,
  }
}

function factOf(place: number, given: Arrival): Fact {
  const read = readMessage({ ...makeMessage(place), messageId: `ajs-next-${Date.now()}-${randomUUID()}` }, given)
  if ('detail' in read) throw new Error(read.detail)
  return read.fact
}

/** Rows a second that libSQL inserts into the table of facts, with its indexes, on disk, and nothing else. */
export async function measureInserts(way: InsertWay, seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  const file = join(folder, 'raw.db')
  const database = await openDatabase({ url: `file:${file}` })
  await migrate(database)
  await database.close()
  const raw = new SqliteDatabase(file)
  try {
    for (const setting of writeSettings) raw.exec(setting)
    const { facts: size, json } = insertWays[way]
    const statement = raw.prepare(json ? insertMany : insertOne)
    const given = arrival()
    let rows = 0
    let inserting = 0
    const deadline = performance.now() + seconds * 1000
    while (performance.now() < deadline) {
      const facts = Array.from({ length: size }, (_, place) => factOf(rows + place, given))
      const values = json ? [[JSON.stringify(facts)]] : facts.map((fact) => columns.map(([, field]) => fact[field]))
      const begun = performance.now()
      raw.exec('BEGIN IMMEDIATE')
      for (const row of values) statement.run(row)
      raw.exec('COMMIT')
      inserting += performance.now() - begun
      rows += size
      await yieldToEventLoop()
    }
    return rows / (inserting / 1000)
  } finally {
    raw.close()
    rmSync(folder, { recursive: true })
  }
}
