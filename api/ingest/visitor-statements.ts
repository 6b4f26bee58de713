import { joinAccount } from './join-account.ts'
import { keepTraits } from './trait-statements.ts'

const before = '(SELECT before FROM ingest_mark)'

// `identify` names both; `alias` names the id that a visitor had as the previous one.
const keepVisitors = `
  INSERT INTO visitors (anonymous_id, user_id, event_id)
  SELECT iif(type = 'alias', properties ->> '$.previousId', anonymous_id) AS visitor, user_id, id FROM events NOT INDEXED
  WHERE id > ${before} AND type IN ('identify', 'alias') AND user_id IS NOT NULL AND visitor IS NOT NULL
  ORDER BY id
  ON CONFLICT (anonymous_id) DO NOTHING`

/** What a visitor did without a user id before the flush that tells who they are. */
const earlier = `
  FROM visitors INDEXED BY visitors_event CROSS JOIN events INDEXED BY events_visitor ON events.anonymous_id = visitors.anonymous_id
  WHERE visitors.event_id > ${before} AND events.id <= ${before} AND events.user_id IS NULL`

const seeUsers = `
  INSERT INTO users (id, first_seen_at, last_seen_at)
  SELECT visitors.user_id, min(timestamp), max(timestamp) ${earlier} GROUP BY 1
  ON CONFLICT (id) DO UPDATE SET
    first_seen_at = min(first_seen_at, excluded.first_seen_at),
    last_seen_at = max(last_seen_at, excluded.last_seen_at)`

// What named an account counts for it already.
const keepTotals = `
  INSERT INTO event_totals (subject, event, first_at, count)
  SELECT 'user:' || visitors.user_id, event, min(timestamp), count(*) ${earlier} AND type = 'track' AND account_id IS NULL
  GROUP BY 1, 2
  ON CONFLICT (subject, event) DO UPDATE SET
    first_at = min(first_at, excluded.first_at),
    count = count + excluded.count`

const countUsers = `
  INSERT INTO daily_users (account_id, day, user_id, count)
  SELECT account_id, date(timestamp / 1000, 'unixepoch'), visitors.user_id, count(*) ${earlier} AND account_id IS NOT NULL
  GROUP BY 1, 2, 3
  ON CONFLICT (account_id, day, user_id) DO UPDATE SET count = count + excluded.count`

const touchAccounts = `
  UPDATE accounts SET revision = revision + 1
  WHERE id IN (SELECT account_id ${earlier} AND account_id IS NOT NULL)`

const itsUser = '(SELECT user_id FROM visitors WHERE visitors.anonymous_id = events.anonymous_id)'

const nameEarlier = `
  UPDATE events SET user_id = ${itsUser}
  WHERE user_id IS NULL AND anonymous_id IN (SELECT anonymous_id FROM visitors WHERE event_id > ${before})`

const nameArriving = `
  UPDATE events NOT INDEXED SET user_id = ${itsUser}
  WHERE id > ${before} AND user_id IS NULL AND anonymous_id IN (SELECT anonymous_id FROM visitors)`

/**
 * Statements of a flush that make a visitor's facts those of the user they turn out to be, those of earlier flushes
 * with their counts, traits and account included. The first user whom a visitor turns out to be stays.
 */
export const joinVisitors = [
  keepVisitors,
  seeUsers,
  joinAccount({ id: 'visitors.user_id', messages: earlier }),
  keepTraits({ table: 'users', id: 'visitors.user_id', type: 'identify', messages: earlier }),
  keepTotals,
  countUsers,
  touchAccounts,
  nameEarlier,
  nameArriving,
]
