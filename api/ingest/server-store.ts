import type { Program } from '../../content/program-schema.ts'
import type { Database } from '../db/open.ts'
import type { Fact } from './fact.ts'
import { kindOf, rowOf } from './fact-row.ts'
import { flushStatements, insertFacts, keepRejections } from './flush-statements.ts'
import type { Store } from './store.ts'

const insert = `${insertFacts('json_each(:rows) AS sent')} RETURNING message_id`

/** Puts facts straight into the database of a server, with everything that follows from them: one round trip. */
export function createServerStore({ database, programs }: { database: Database; programs: Program[] }): Store {
  const flushOf = (facts: Fact[], like = facts) =>
    flushStatements({
      insert: { sql: insert, args: { rows: JSON.stringify(facts.map(rowOf)) } },
      kinds: new Set(like.map(kindOf)),
      programs,
    })
  return {
    async put(facts, rejections) {
      const results = await database.write([
        ...(facts.length > 0 ? flushOf(facts) : []),
        ...(rejections.length > 0 ? [keepRejections(rejections)] : []),
      ])
      return facts.length > 0 ? skippedPlaces(facts, results[1]?.rows ?? []) : []
    },
    async expectSound(fact) {
      await database.write(flushOf([], [fact]))
    },
    async known(messageIds) {
      const [found] = await database.write([{ sql: knownMessages, args: { ids: JSON.stringify(messageIds) } }])
      return new Set(found?.rows.map((row) => String(row['message_id'])))
    },
    groupsAtOnce: 1,
    unsettled: () => 0,
    close: () => Promise.resolve(),
  }
}

const knownMessages = 'SELECT message_id FROM events WHERE message_id IN (SELECT value FROM json_each(:ids))'

/** Which facts were not inserted, where these were. Of two with one id the first was. */
function skippedPlaces(facts: Fact[], inserted: Record<string, unknown>[]): number[] {
  const left = new Set(inserted.map((row) => row['message_id']))
  return facts.flatMap(({ messageId }, place) => (left.delete(messageId) ? [] : [place]))
}
