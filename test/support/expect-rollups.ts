import { expect } from 'vitest'
import type { Database } from '../../api/db/open.ts'

const day = `date(timestamp / 1000, 'unixepoch')`

/** Each rollup: its rows as kept, and the same rows as counted from the facts. */
const rollups: Record<string, { kept: string; counted: string }> = {
  event_totals: {
    kept: 'SELECT subject, event, first_at, count FROM event_totals',
    counted: `
      SELECT coalesce('account:' || account_id, 'user:' || user_id) AS subject, event, min(timestamp) AS first_at,
        count(*) AS count
      FROM events WHERE type = 'track' AND coalesce(account_id, user_id) IS NOT NULL GROUP BY 1, 2`,
  },
  daily_events: {
    kept: 'SELECT account_id, day, event, count FROM daily_events',
    counted: `
      SELECT account_id, ${day} AS day, event, count(*) AS count
      FROM events WHERE type = 'track' AND account_id IS NOT NULL GROUP BY 1, 2, 3`,
  },
  daily_users: {
    kept: 'SELECT account_id, day, user_id, count FROM daily_users',
    counted: `
      SELECT account_id, ${day} AS day, user_id, count(*) AS count
      FROM events WHERE account_id IS NOT NULL AND user_id IS NOT NULL GROUP BY 1, 2, 3`,
  },
  users: {
    kept: 'SELECT id, account_id, account_since, first_seen_at, last_seen_at FROM users',
    counted: `
      SELECT user_id AS id, max(iif(latest, account_id, NULL)) AS account_id,
        max(iif(latest, timestamp, NULL)) AS account_since, min(timestamp) AS first_seen_at,
        max(timestamp) AS last_seen_at
      FROM (
        SELECT *, type = 'group'
          AND row_number() OVER (PARTITION BY user_id, type = 'group' ORDER BY timestamp DESC, id DESC) = 1 AS latest
        FROM events WHERE user_id IS NOT NULL)
      GROUP BY user_id`,
  },
  accounts: {
    kept: 'SELECT id, first_seen_at, last_seen_at FROM accounts',
    counted: `
      SELECT account_id AS id, min(timestamp) AS first_seen_at, max(timestamp) AS last_seen_at
      FROM events WHERE account_id IS NOT NULL GROUP BY 1`,
  },
}

/** What is kept of facts by counting them. */
export type Rollup = 'event_totals' | 'daily_events' | 'daily_users' | 'users' | 'accounts'

/**
 * Counts the rollups anew from all facts, and expects what ingest has kept to be the same.
 *
 * @param only - The rollups to look at; all of them if left out.
 */
export async function expectRollups(database: Database, only?: Rollup[]): Promise<void> {
  for (const [name, { kept, counted }] of Object.entries(rollups)) {
    if (only && !only.includes(name as Rollup)) continue
    // Rows of one state of the data that are in one and not in the other.
    const [surplus, missing] = await database.read([
      `SELECT * FROM (${kept}) EXCEPT SELECT * FROM (${counted}) LIMIT 10`,
      `SELECT * FROM (${counted}) EXCEPT SELECT * FROM (${kept}) LIMIT 10`,
    ])
    const plain = (rows: Iterable<object> = []) => [...rows].map((row) => ({ ...row }))
    expect({ rollup: name, kept: plain(surplus?.rows), counted: plain(missing?.rows) }).toEqual({
      rollup: name,
      kept: [],
      counted: [],
    })
  }
}
