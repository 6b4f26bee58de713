import { createClient } from '@libsql/client'
import SqliteDatabase from 'libsql'
import { migrate } from '../../api/db/migrate.ts'
import { flushStatements } from '../../api/ingest/flush-statements.ts'
import { crowd } from './make-message.ts'

const rowsAtOnce = 100_000

// Made by SQLite itself, over about a year for 50 million. Users and accounts are those that the load is about. Half of
// the message ids begin with the time, as those of browsers do; the others are anywhere, but come in their order, since
// it would take hours to put them where they belong one by one.
const fill = `
  INSERT INTO events (message_id, type, event, user_id, account_id, timestamp, received_at, properties, traits, context)
  WITH RECURSIVE places (place) AS (SELECT :from UNION ALL SELECT place + 1 FROM places WHERE place < :until - 1),
    timed (place, at) AS (SELECT place, 1730000000000 + place * 600 FROM places)
  SELECT iif(place % 2, 'ajs-next-' || at, printf('%08x', CAST(place * 4294967296.0 / :count AS INTEGER)))
      || '-' || lower(hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' || substr(hex(randomblob(2)), 2)
      || '-' || hex(randomblob(6))),
    'track', 'lesson_booked', 'user-' || (place * 7919 % ${crowd.users}),
    'school-' || (place * 7919 % ${crowd.users} % ${crowd.accounts}), at, at,
    '{"amount":90,"currency":"CHF","channel":"email"}', '{}', '{"library":{"name":"analytics.js","version":"5.0.0"}}'
  FROM timed`

/**
 * Makes a database file with so many events in it, counted as ingest counts them. Indexes of events are made in the
 * end, which is many times quicker.
 *
 * @param progress - Told now and then what is being done.
 */
export async function fillEvents(file: string, count: number, progress: (what: string) => void): Promise<void> {
  // Not opened as a server does: a file with a write-ahead log could not leave it while a handle is being given back.
  const client = createClient({ url: `file:${file}` })
  await migrate({ client })
  client.close()
  const raw = new SqliteDatabase(file)
  raw.exec('PRAGMA synchronous = OFF')
  raw.exec('PRAGMA journal_mode = OFF')
  raw.exec('PRAGMA cache_size = -1000000')
  const indexes = raw
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'events' AND sql IS NOT NULL`)
    .all([]) as { name: string; sql: string }[]
  for (const { name } of indexes) raw.exec(`DROP INDEX ${name}`)
  const statements = flushStatements({ insert: fill, kinds: ['track'], programs: [] }).map((statement) => ({
    isFill: statement === fill,
    compiled: raw.prepare(statement as string),
  }))
  for (let from = 0; from < count; from += rowsAtOnce) {
    raw.exec('BEGIN')
    for (const { isFill, compiled } of statements) {
      compiled.run(isFill ? { from, until: Math.min(count, from + rowsAtOnce), count } : {})
    }
    raw.exec('COMMIT')
    if (from % 5_000_000 === 0) progress(`${from.toLocaleString('en')} events`)
  }
  for (const { name, sql } of indexes) {
    progress(`index ${name}`)
    raw.exec(sql)
  }
  raw.exec('PRAGMA journal_mode = WAL')
  raw.close()
}
