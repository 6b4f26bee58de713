import type { InStatement } from '@libsql/client'
import type { Program } from '../../content/program-schema.ts'
import { noAccount, type Rejection } from './fact.ts'
import { storedColumns, valueOf } from './fact-row.ts'
import { joinAccount } from './join-account.ts'
import { keepTraits, nameTraits } from './trait-statements.ts'
import { joinVisitors } from './visitor-statements.ts'

/**
 * The statements of one flush, to run as one transaction. Their number does not grow with the number of facts, so a
 * libSQL server is asked once; what the facts give no reason for is left out, so a flush of one is quick.
 *
 * A fact whose `messageId` is known, or whose person was erased after it happened, is not inserted; everything after
 * the first two statements looks only at facts beyond the mark, which are those that were, so nothing counts twice.
 *
 * @param options.insert - The statement that brings the facts.
 * @param options.kinds - What kinds of facts they are, by `kindOf`.
 */
export function flushStatements({
  insert,
  kinds,
  programs,
}: {
  insert: InStatement
  kinds: Iterable<string>
  programs: Program[]
}): InStatement[] {
  const reasons = new Set([...kinds].flatMap((kind) => kind.split(' ')))
  const hasVisitors = ['visitor', 'identify', 'alias'].some((reason) => reasons.has(reason))
  const hasGroups = reasons.has('group')
  return [
    setMark,
    insert,
    ...(hasVisitors ? joinVisitors : []),
    seeUsers,
    ...(reasons.has('identify') ? [keepUserTraits] : []),
    ...(reasons.has('unattributed') ? [attributeToAccount] : []),
    ...(hasGroups ? [joinUserAccount] : []),
    seeAccounts,
    ...(hasGroups ? [keepAccountTraits, nameAccountTraits, enrolIn(programs)] : []),
    ...(reasons.has('track') ? [keepTotals, countEvents] : []),
    countUsers,
  ]
}

// By their ids and nothing else: for a flush of a few facts an index would be read from its beginning.
const events = 'events NOT INDEXED'
const inFlush = 'id > (SELECT before FROM ingest_mark)'
const arriving = `FROM ${events} WHERE ${inFlush}`

const keepUserTraits = keepTraits({ table: 'users', id: 'user_id', type: 'identify', messages: arriving })
const keepAccountTraits = keepTraits({ table: 'accounts', id: 'account_id', type: 'group', messages: arriving })
const nameAccountTraits = nameTraits(`SELECT account_id ${arriving} AND type = 'group'`)
const joinUserAccount = joinAccount({ id: 'user_id', messages: arriving })

function enrolIn(programs: Program[]): InStatement {
  const segments = programs.flatMap((program) => program.segments.map((segment) => ({ segment, program: program.id })))
  return { sql: enrol, args: { segments: JSON.stringify(segments) } }
}

const setMark = 'UPDATE ingest_mark SET before = (SELECT coalesce(max(id), 0) FROM events)'

/**
 * Inserts facts that are neither known nor about somebody who was erased after them.
 *
 * @param from - What holds them, one row each, as `sent.value`.
 */
export const insertFacts = (from: string): string => `
  INSERT INTO events (${storedColumns.join(', ')})
  SELECT ${storedColumns.map(valueOf).join(', ')} FROM ${from}
  WHERE NOT EXISTS (SELECT 1 FROM tombstones
    WHERE subject_hash = ${valueOf('subject_hash')} AND erased_at >= ${valueOf('timestamp')})
  ORDER BY sent.id
  ON CONFLICT (message_id) DO NOTHING`

/**
 * Keeps refused messages for the product team to see. Of a person who was erased meanwhile nothing is kept.
 *
 * @param from - What holds them, one row each, as `sent.value`.
 */
export const insertRejections = (from: string): string => `
  INSERT INTO rejected_messages (id, received_at, message_id, reason, detail, payload, complete, key_id, user_id,
    anonymous_id, sent_at)
  SELECT value ->> 'id', value ->> 'receivedAt', iif(value ->> 'reason' = 'erased', NULL, value ->> 'messageId'),
    value ->> 'reason', value ->> 'detail', value ->> 'payload', value ->> 'complete', value ->> 'keyId',
    value ->> 'userId', value ->> 'anonymousId', value ->> 'sentAt'
  FROM ${from}
  WHERE NOT EXISTS (SELECT 1 FROM tombstones
    WHERE subject_hash = value ->> 'subjectHash' AND erased_at >= value ->> 'receivedAt')
  ON CONFLICT (id) DO NOTHING`

/** A rejection on its way into its table; of one that an older version took nobody knows the key. */
type Kept = Omit<Rejection, 'index' | 'keyId'> & { keyId: string | null }

/** Keeps rejections that are at hand. */
export const keepRejections = (rejections: Kept[]): InStatement => ({
  sql: insertGivenRejections,
  args: { rows: JSON.stringify(rejections) },
})
const insertGivenRejections = insertRejections('json_each(:rows)')

const seeUsers = `
  INSERT INTO users (id, first_seen_at, last_seen_at)
  SELECT user_id, min(timestamp), max(timestamp) FROM ${events}
  WHERE ${inFlush} AND user_id IS NOT NULL GROUP BY user_id
  ON CONFLICT (id) DO UPDATE SET
    first_seen_at = min(first_seen_at, excluded.first_seen_at),
    last_seen_at = max(last_seen_at, excluded.last_seen_at)`

// The account is that of the latest group which arrived before the message, in this flush or an earlier one: what a
// flush happens to hold must not decide where a fact counts. Materialised: groups are few, facts are many.
const attributeToAccount = `
  WITH joining AS MATERIALIZED (SELECT id, user_id, account_id FROM ${events} WHERE ${inFlush} AND type = 'group')
  UPDATE ${events} SET account_id = iif(account_id = '${noAccount}', NULL, coalesce(
    (SELECT joining.account_id FROM joining
      WHERE joining.user_id = events.user_id AND joining.id < events.id ORDER BY joining.id DESC LIMIT 1),
    (SELECT account_id FROM users WHERE users.id = events.user_id)))
  WHERE ${inFlush} AND (account_id IS NULL AND user_id IS NOT NULL OR account_id = '${noAccount}')`

const seeAccounts = `
  INSERT INTO accounts (id, first_seen_at, last_seen_at, revision)
  SELECT account_id, min(timestamp), max(timestamp), 1 FROM ${events}
  WHERE ${inFlush} AND account_id IS NOT NULL GROUP BY account_id
  ON CONFLICT (id) DO UPDATE SET
    first_seen_at = min(first_seen_at, excluded.first_seen_at),
    last_seen_at = max(last_seen_at, excluded.last_seen_at),
    revision = revision + 1`

const keepTotals = `
  INSERT INTO event_totals (subject, event, first_at, count)
  SELECT coalesce('account:' || account_id, 'user:' || user_id), event, min(timestamp), count(*) FROM ${events}
  WHERE ${inFlush} AND type = 'track' AND coalesce(account_id, user_id) IS NOT NULL GROUP BY 1, 2
  ON CONFLICT (subject, event) DO UPDATE SET
    first_at = min(first_at, excluded.first_at),
    count = count + excluded.count`

const countEvents = `
  INSERT INTO daily_events (account_id, day, event, count)
  SELECT account_id, date(timestamp / 1000, 'unixepoch'), event, count(*) FROM ${events}
  WHERE ${inFlush} AND type = 'track' AND account_id IS NOT NULL GROUP BY 1, 2, 3
  ON CONFLICT (account_id, day, event) DO UPDATE SET count = count + excluded.count`

const countUsers = `
  INSERT INTO daily_users (account_id, day, user_id, count)
  SELECT account_id, date(timestamp / 1000, 'unixepoch'), user_id, count(*) FROM ${events}
  WHERE ${inFlush} AND account_id IS NOT NULL AND user_id IS NOT NULL GROUP BY 1, 2, 3
  ON CONFLICT (account_id, day, user_id) DO UPDATE SET count = count + excluded.count`

// Enrolled once: in every program that names the account's segment when first one does. Materialised: a row that this
// statement has just inserted must not hide the account from its second program.
const enrol = `
  WITH arriving AS MATERIALIZED (
    SELECT account_id, min(timestamp) AS started_at FROM ${events}
    WHERE ${inFlush} AND type = 'group' AND NOT EXISTS
      (SELECT 1 FROM enrolments WHERE enrolments.account_id = events.account_id)
    GROUP BY account_id)
  INSERT INTO enrolments (account_id, program, started_at)
  SELECT account_id, named.value ->> 'program', started_at
  FROM arriving
  JOIN accounts ON accounts.id = arriving.account_id
  JOIN json_each(:segments) AS named ON named.value ->> 'segment' = accounts.segment
  WHERE true
  ON CONFLICT (account_id, program) DO NOTHING`
