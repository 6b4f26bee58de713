import type { InStatement } from '@libsql/client'

/** Counts of an erasure, by what was removed; named as they are kept and shown. */
const removedKinds = [
  'events',
  'anonymousIds',
  'surveyResponses',
  'impressions',
  'rejectedMessages',
  'supportRequests',
  'mails',
] as const

const visitorIds = `(SELECT value ->> 'id' FROM json_each(:visitors))`
const subjects = `(SELECT 'user:' || :user UNION ALL SELECT 'anonymous:' || (value ->> 'id') FROM json_each(:visitors))`
const begun = 'EXISTS (SELECT 1 FROM erasures WHERE user_id = :user)'
const rejected = `rejected_messages WHERE (user_id = :user OR anonymous_id IN ${visitorIds})`

// Nothing is begun while the user has a visitor's id that the caller does not know of: it would get no tombstone.
const begin = `
  INSERT INTO erasures (user_id, erased_at, removed)
  SELECT :user, max(:now, coalesce((SELECT last_seen_at FROM users WHERE id = :user), 0)), json_object(
    'events', 0,
    'anonymousIds', (SELECT count(*) FROM visitors WHERE user_id = :user),
    'surveyResponses', :gone ->> 'surveyResponses' + (SELECT count(*) FROM survey_responses WHERE subject IN ${subjects}),
    'impressions', :gone ->> 'impressions' + (SELECT count(*) FROM impressions WHERE subject IN ${subjects}),
    'rejectedMessages', :gone ->> 'rejectedMessages' + (SELECT count(*) FROM ${rejected}),
    'supportRequests', (SELECT count(*) FROM support_requests WHERE user_id = :user),
    'mails', (SELECT count(*) FROM mails WHERE user_id = :user))
  WHERE NOT EXISTS (SELECT 1 FROM visitors WHERE user_id = :user AND anonymous_id NOT IN ${visitorIds})
  ON CONFLICT (user_id) DO UPDATE SET
    erased_at = max(erased_at, excluded.erased_at),
    removed = json_object(${removedKinds
      .map((kind) => `'${kind}', coalesce(removed ->> '${kind}', 0) + excluded.removed ->> '${kind}'`)
      .join(', ')})`

const buryThem = `
  INSERT INTO tombstones (subject_hash, erased_at)
  SELECT hash, (SELECT erased_at FROM erasures WHERE user_id = :user)
  FROM (SELECT :hash AS hash UNION ALL SELECT value ->> 'hash' FROM json_each(:visitors))
  WHERE ${begun}
  ON CONFLICT (subject_hash) DO UPDATE SET erased_at = max(erased_at, excluded.erased_at)`

const reviseAccounts = `
  UPDATE accounts SET revision = revision + 1
  WHERE ${begun} AND id IN (SELECT account_id FROM survey_responses WHERE subject IN ${subjects}
    UNION ALL SELECT account_id FROM users WHERE id = :user)`

const responsesOfStep = (column: string) => `
  SELECT ${column} FROM survey_responses WHERE subject IN ${subjects} ORDER BY subject, survey, created_at LIMIT :limit`

/** What is taken away before an erasure begins, by its kind: there may be any number of these, so they go in steps. */
export const eraseBefore = {
  surveyResponses: {
    before: [`UPDATE accounts SET revision = revision + 1 WHERE id IN (${responsesOfStep('account_id')})`],
    sql: `DELETE FROM survey_responses WHERE id IN (${responsesOfStep('id')})`,
  },
  impressions: {
    sql: `DELETE FROM impressions WHERE id IN (SELECT id FROM impressions WHERE subject IN ${subjects} LIMIT :limit)`,
  },
  rejectedMessages: { sql: `DELETE FROM rejected_messages WHERE id IN (SELECT id FROM ${rejected} LIMIT :limit)` },
}

/** What begins an erasure. */
export interface Beginning {
  user: string
  /** How `tombstones` name the user. */
  hash: string
  /** Every visitor whom the user turned out to be. */
  visitors: { id: string; hash: string }[]
  now: number
  /** How many of each kind were taken away before. */
  gone: Record<keyof typeof eraseBefore, number>
}

/**
 * Begins an erasure: takes away all that is quickly found, also what came since `eraseBefore`, and sees to it that nothing
 * of before comes in again. From then on only facts of before are left, which go page by page. The first result says
 * whether it was begun.
 */
export function beginErasure({ user, hash, visitors, now, gone }: Beginning): InStatement[] {
  const args = { user, visitors: JSON.stringify(visitors) }
  return [
    { sql: begin, args: { ...args, now, gone: JSON.stringify(gone) } },
    { sql: buryThem, args: { ...args, hash } },
    { sql: reviseAccounts, args },
    { sql: `DELETE FROM survey_responses WHERE ${begun} AND subject IN ${subjects}`, args },
    { sql: `DELETE FROM impressions WHERE ${begun} AND subject IN ${subjects}`, args },
    { sql: `DELETE FROM ${rejected} AND ${begun}`, args },
    { sql: `DELETE FROM support_requests WHERE ${begun} AND user_id = :user`, args: { user } },
    { sql: `DELETE FROM mails WHERE ${begun} AND user_id = :user`, args: { user } },
    { sql: `DELETE FROM visitors WHERE ${begun} AND user_id = :user`, args: { user } },
    { sql: `DELETE FROM event_totals WHERE ${begun} AND subject = 'user:' || :user`, args: { user } },
    { sql: `DELETE FROM users WHERE ${begun} AND id = :user`, args: { user } },
  ]
}

// The same in each statement of a transaction until the last takes it away.
const page = `
  WITH page AS MATERIALIZED (
    SELECT id, type, event, account_id, timestamp, date(timestamp / 1000, 'unixepoch') AS day FROM events
    WHERE user_id = :user AND timestamp <= (SELECT erased_at FROM erasures WHERE user_id = :user)
    ORDER BY id LIMIT :limit),
  tracked AS (SELECT * FROM page WHERE type = 'track' AND account_id IS NOT NULL)`

// Who did something first is found out in the end: it would cost a look at all facts of the account for each page.
const rememberFirsts = `${page}
  UPDATE erasures SET
    removed = json_set(removed, '$.events', removed ->> 'events' + (SELECT count(*) FROM page)),
    firsts = json_patch(firsts, (
      SELECT json_group_object(json_array(theirs.account_id, theirs.event), 1)
      FROM (SELECT account_id, event, min(timestamp) AS first_at FROM tracked GROUP BY 1, 2) AS theirs
      CROSS JOIN event_totals AS totals ON totals.subject = 'account:' || theirs.account_id AND totals.event = theirs.event
      WHERE totals.first_at >= theirs.first_at))
  WHERE user_id = :user`

/** Takes the page out of a rollup. A row that retention took away already does not come back. */
function uncount(options: { table: string; key: string; values: string; from: string; first?: string }): string[] {
  const { table, key, values, from, first } = options
  return [
    `${page}
    INSERT INTO ${table} (${key}, ${first ? 'first_at, ' : ''}count)
    SELECT ${values}, ${first ? `${first}, ` : ''}-count(*) FROM ${from} WHERE true GROUP BY ${values}
    ON CONFLICT (${key}) DO UPDATE SET count = count + excluded.count`,
    `${page}
    DELETE FROM ${table} WHERE count <= 0 AND (${key}) IN (SELECT ${values} FROM ${from})`,
  ]
}

const erasePage = [
  rememberFirsts,
  ...uncount({
    table: 'event_totals',
    key: 'subject, event',
    values: `'account:' || account_id, event`,
    from: 'tracked',
    first: 'min(timestamp)',
  }),
  ...uncount({
    table: 'daily_events',
    key: 'account_id, day, event',
    values: 'account_id, day, event',
    from: 'tracked',
  }),
  ...uncount({
    table: 'daily_users',
    key: 'account_id, day, user_id',
    values: 'account_id, day, :user',
    from: '(SELECT * FROM page WHERE account_id IS NOT NULL)',
  }),
  `${page} UPDATE accounts SET revision = revision + 1 WHERE id IN (SELECT account_id FROM page)`,
  `${page} DELETE FROM events WHERE id IN (SELECT id FROM page)`,
]

/** Takes some facts of before away, with their counts. The last result says how many. */
export function eraseFacts(user: string, limit: number): InStatement[] {
  return erasePage.map((sql) => ({ sql, args: { user, limit } }))
}
