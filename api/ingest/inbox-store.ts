import type { BulkInsert } from '../db/bulk-insert.ts'
import { newestArrival, newestIn, type Inbox } from '../db/inbox.ts'
import type { Fact } from './fact.ts'
import { kindOf, refusedKind, rowOf } from './fact-row.ts'
import type { Settler } from './settle.ts'
import type { Store } from './store.ts'

/** Puts facts into the inbox of a file, from where they are settled many at a time. */
export function createInboxStore(inbox: Inbox, settler: Settler): Store {
  return {
    async put(facts, rejections) {
      await settler.ready()
      const rows = facts.map(arrivalOf)
      const refused = rejections.length > 0 ? JSON.stringify(rejections) : ''
      const results = await inbox.append([
        { ...insertArrivals, rows },
        ...(refused ? [{ sql: insertRefused, args: { rows: refused } }] : []),
        newestArrival,
      ])
      const size = rows.reduce((sum, [, , row]) => sum + String(row).length, refused.length)
      settler.arrived(newestIn(results.at(-1)), size)
      return results[0]?.skipped ?? []
    },
    async expectSound() {
      await inbox.append([{ ...insertArrivals, rows: [] }, newestArrival])
    },
    async known(messageIds) {
      const [found] = await inbox.append([{ sql: knownMessages, args: { ids: JSON.stringify(messageIds) } }])
      return new Set(found?.rows.map((row) => String(row['message_id'])))
    },
    groupsAtOnce: 2,
    unsettled: () => settler.unsettled(),
    close: () => settler.close(),
  }
}

const insertInto = (more: string) => `
  INSERT INTO arrivals (message_id, kind, row)
  SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM facts.events WHERE message_id = ?1) ${more}
  ON CONFLICT (message_id) DO NOTHING`

const insertArrivals: Omit<BulkInsert, 'rows'> = {
  one: insertInto(''),
  oneUnlessRefused: insertInto(
    'AND NOT EXISTS (SELECT 1 FROM facts.tombstones WHERE subject_hash = ?4 AND erased_at >= ?5)',
  ),
  someRefused: 'SELECT EXISTS (SELECT 1 FROM facts.tombstones) AS found',
}

const arrivalOf = (fact: Fact): BulkInsert['rows'][number] => [
  fact.messageId,
  kindOf(fact),
  JSON.stringify(rowOf(fact)),
  fact.subjectHash,
  fact.timestamp,
]

const insertRefused = `INSERT INTO arrivals (kind, row) SELECT '${refusedKind}', value FROM json_each(:rows)`

const knownMessages = `
  WITH asked AS (SELECT value AS id FROM json_each(:ids))
  SELECT message_id FROM arrivals WHERE message_id IN (SELECT id FROM asked)
  UNION SELECT message_id FROM facts.events WHERE message_id IN (SELECT id FROM asked)`
