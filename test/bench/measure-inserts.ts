import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { InStatement } from '@libsql/client'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { createIds } from '../../api/ids.ts'
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

const one = (fact: Fact): InStatement => ({ sql: insertOne, args: columns.map(([, field]) => fact[field]) })

/** Ways to put facts into a table of the same shape, each in one transaction, and how many facts it carries. */
const ways = {
  single: { facts: 1, statements: (facts: Fact[]) => facts.map(one) },
  statements: { facts: 500, statements: (facts: Fact[]) => facts.map(one) },
  json: {
    facts: 500,
    statements: (facts: Fact[]): InStatement[] => [{ sql: insertMany, args: [JSON.stringify(facts)] }],
  },
}

function arrival(): Arrival {
  const newId = createIds(Date.now)
  return { receivedAt: Date.now(), sentAt: undefined, newId, mayBeTooLarge: false, refuse: () => null }
}

function factOf(place: number, given: Arrival): Fact {
  const read = readMessage(makeMessage(place), given)
  if ('detail' in read) throw new Error(read.detail)
  return read.fact
}

/** Rows a second that libSQL inserts into the table of facts, with its indexes, on disk, and nothing else. */
export async function measureInserts(way: keyof typeof ways, seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  const database = await openDatabase({ url: `file:${join(folder, 'raw.db')}` })
  try {
    await migrate(database)
    const { facts: size, statements } = ways[way]
    const given = arrival()
    let rows = 0
    let inserting = 0
    const deadline = performance.now() + seconds * 1000
    while (performance.now() < deadline) {
      const facts = Array.from({ length: size }, (_, place) => factOf(rows + place, given))
      const begun = performance.now()
      await database.client.batch(statements(facts), 'write')
      inserting += performance.now() - begun
      rows += size
      await yieldToEventLoop()
    }
    return rows / (inserting / 1000)
  } finally {
    database.client.close()
    rmSync(folder, { recursive: true })
  }
}

/** Messages a second that are parsed and validated, without being stored. */
export function measureValidation(seconds: number): number {
  const given = arrival()
  const texts = Array.from({ length: 1000 }, (_, place) => JSON.stringify(makeMessage(place)))
  const started = performance.now()
  let messages = 0
  while (performance.now() - started < seconds * 1000) {
    for (const text of texts) {
      const read = readMessage(JSON.parse(text), given)
      if ('detail' in read) throw new Error(read.detail)
    }
    messages += texts.length
  }
  return messages / ((performance.now() - started) / 1000)
}
