import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Services } from '../services.ts'

/** Facts of an account that one look goes through. */
const pageSize = 2000

const firstsOfPage = `
  SELECT type, event, min(timestamp) AS first_at, max(id) AS last FROM (
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

async function settleAccount(
  { database }: Services,
  { account, events, signal }: { account: string; events: string[]; signal: AbortSignal | undefined },
): Promise<void> {
  const seen = new Map<string, number>()
  let after = 0
  for (;;) {
    signal?.throwIfAborted()
    const [found] = await database.read([{ sql: firstsOfPage, args: { account, after, limit: pageSize } }])
    const rows = found?.rows ?? []
    if (rows.length === 0) break
    for (const row of rows) {
      after = Math.max(after, Number(row['last']))
      const event = String(row['event'])
      if (row['type'] === 'track') seen.set(event, Math.min(seen.get(event) ?? Infinity, Number(row['first_at'])))
    }
    await yieldToEventLoop()
  }
  const firsts = JSON.stringify([...seen].map(([event, at]) => ({ event, at })))
  await database.write([{ sql: settle, args: { account, after, events: JSON.stringify(events), seen: firsts } }])
}

/** Finds out anew when events first happened in accounts, from the facts that there are. */
export async function settleFirsts(
  services: Services,
  firsts: [account: string, event: string][],
  signal?: AbortSignal,
): Promise<void> {
  const accounts = Map.groupBy(firsts, ([account]) => account)
  for (const [account, pairs] of accounts) {
    await settleAccount(services, { account, events: pairs.map(([, event]) => event), signal })
  }
}
