import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Services } from '../services.ts'

/** Facts of an account that one look goes through. */
const pageSize = 2000

const firstsOfPage = `
  SELECT type, event, min(timestamp) AS first_at, max(id) AS last, count(*) AS facts FROM (
    SELECT id, type, event, timestamp FROM events WHERE account_id = :account AND id > :after ORDER BY id LIMIT :limit)
  GROUP BY type, event`

// What came after the last look is looked at here, so that nothing is between the two.
const settle = `
  UPDATE event_totals SET first_at = coalesce((
    SELECT min(first_at) FROM (
      SELECT value ->> 'at' AS first_at FROM json_each(:seen) WHERE value ->> 'event' = event_totals.event
      UNION ALL
      SELECT min(timestamp) FROM events
      WHERE account_id = :account AND id > :after AND type = 'track' AND events.event = event_totals.event)), first_at)
  WHERE subject = 'account:' || :account AND event IN (SELECT value FROM json_each(:events))`

/** How far to look. */
interface Look {
  /** Facts to look at before it is left to a job. */
  facts: number
  signal: AbortSignal | undefined
}

/** @returns how many more facts may be looked at; null where that was too few. */
async function settleAccount(
  { database }: Services,
  { account, events, facts, signal }: Look & { account: string; events: string[] },
): Promise<number | null> {
  const seen = new Map<string, number>()
  let after = 0
  let left = facts
  for (;;) {
    signal?.throwIfAborted()
    const [found] = await database.read([{ sql: firstsOfPage, args: { account, after, limit: pageSize } }])
    const rows = found?.rows ?? []
    if (rows.length === 0) break
    for (const row of rows) {
      after = Math.max(after, Number(row['last']))
      left -= Number(row['facts'])
      const event = String(row['event'])
      if (row['type'] === 'track') seen.set(event, Math.min(seen.get(event) ?? Infinity, Number(row['first_at'])))
    }
    if (left <= 0) return null
    await yieldToEventLoop()
  }
  const firsts = JSON.stringify([...seen].map(([event, at]) => ({ event, at })))
  await database.write([{ sql: settle, args: { account, after, events: JSON.stringify(events), seen: firsts } }])
  return left
}

/**
 * Finds out anew when events first happened in accounts, from the facts that there are.
 *
 * @returns whether it came to its end.
 */
export async function settleFirsts(
  services: Services,
  { firsts, facts, signal }: Look & { firsts: [account: string, event: string][] },
): Promise<boolean> {
  let left: number | null = facts
  for (const [account, pairs] of Map.groupBy(firsts, ([name]) => name)) {
    left = await settleAccount(services, { account, events: pairs.map(([, event]) => event), facts: left, signal })
    if (left === null) return false
  }
  return true
}
