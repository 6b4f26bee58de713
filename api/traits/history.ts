import type { z } from 'zod'
import type { Page } from '../contract/pagination.ts'
import type { TraitChange, TraitsQuery } from '../contract/users.ts'
import { fromCursor, toCursor, toPage, wrongCursor } from '../cursor.ts'
import { jsonOf } from '../ingest/trait-statements.ts'
import type { Reader } from '../db/open.ts'
import type { Services } from '../services.ts'
import { iso } from '../db/row-values.ts'

/** Whose traits: users have theirs from `identify`, accounts from `group`. */
export type TraitOwner = 'users' | 'accounts'

const facts = {
  users: `user_id = :id AND events.type = 'identify'`,
  accounts: `account_id = :id AND events.type = 'group'`,
}

/** Messages whose changes are on a page, and as many before them that they are compared with: their price has a bound. */
const lookedAt = 1000

const messages = (owner: TraitOwner, columns: string) => `
  SELECT ${columns} FROM events WHERE ${facts[owner]} AND (timestamp, id) <= (:before, :beforeId)
  ORDER BY timestamp DESC, id DESC`

/** The first message that is not on the page any more. */
const edge = (owner: TraitOwner) => `${messages(owner, 'timestamp, id')} LIMIT 1 OFFSET ${lookedAt}`

// Messages count in the order in which they happened, as for the traits that are kept. What is kept and no message says
// (it is no longer there) comes in by its time. A value that only came again is no change, unless what was said before
// lies further back than is looked at.
const changes = (owner: TraitOwner) => `
  WITH looked AS MATERIALIZED (${messages(owner, 'timestamp, id, message_id, traits')} LIMIT 2 * ${lookedAt}),
  known AS (
    SELECT sent.key AS name, ${jsonOf('sent')} AS value, timestamp, looked.id AS id, message_id
    FROM looked CROSS JOIN json_each(looked.traits) AS sent
    UNION ALL
    SELECT times.key, coalesce((SELECT ${jsonOf('kept')} FROM json_each(${owner}.traits) AS kept
      WHERE kept.key = times.key), 'null'), times.value, 0, NULL
    FROM ${owner} CROSS JOIN json_each(${owner}.trait_times) AS times
    WHERE ${owner}.id = :id AND NOT EXISTS (
      SELECT 1 FROM events CROSS JOIN json_each(events.traits) AS sent
      WHERE ${facts[owner]} AND timestamp = times.value AND sent.key = times.key))
  SELECT name, value, timestamp, id, message_id FROM (
    SELECT *, lag(value) OVER (PARTITION BY name ORDER BY timestamp, id) AS value_before FROM known)
  WHERE value IS NOT coalesce(value_before, iif((SELECT count(*) FROM looked) < 2 * ${lookedAt}, 'null', NULL))
    AND (:trait IS NULL OR name = :trait)
    AND (timestamp, id, name) < (:before, :beforeId, :beforeName)
    AND (timestamp, id) > (SELECT timestamp, id FROM (${edge(owner)}) UNION ALL SELECT -1, 0 LIMIT 1)
  ORDER BY timestamp DESC, id DESC, name DESC LIMIT :limit`

/** Before which change a page begins. */
interface Place {
  before: number
  beforeId: number
  beforeName: string
}

const newest: Place = { before: Number.MAX_SAFE_INTEGER, beforeId: Number.MAX_SAFE_INTEGER, beforeName: '' }

function placeOf(cursor: string): Place {
  const [before, rest] = fromCursor(cursor)
  const [, id, name] = /^(\d+):(.*)$/s.exec(rest) ?? []
  if (typeof before !== 'number' || id === undefined || name === undefined) throw wrongCursor()
  return { before, beforeId: Number(id), beforeName: name }
}

/**
 * How the traits of a user or an account came to be what they are, the latest change first. A page may hold less than
 * was asked for: where there is a cursor, there may be more.
 *
 * @param query.reader - Where to read: where it may lag, unless said otherwise.
 */
export async function readTraitHistory(
  { database }: Services,
  owner: TraitOwner,
  {
    id,
    trait,
    limit,
    cursor,
    reader = database.mayLag,
  }: { id: string; reader?: Reader } & z.output<typeof TraitsQuery>,
): Promise<Page<TraitChange>> {
  const place = cursor === undefined ? newest : placeOf(cursor)
  const [found, further] = await reader.read([
    { sql: changes(owner), args: { ...place, id, trait: trait ?? null, limit: limit + 1 } },
    { sql: edge(owner), args: { id, before: place.before, beforeId: place.beforeId } },
  ])
  const page = toPage([...(found?.rows ?? [])], {
    limit,
    show: (row) => ({
      trait: String(row['name']),
      value: JSON.parse(String(row['value'])) as unknown,
      since: iso(row['timestamp']),
      messageId: row['message_id'] === null ? null : String(row['message_id']),
    }),
    position: (row) => [Number(row['timestamp']), `${Number(row['id'])}:${String(row['name'])}`],
  })
  const next = further?.rows[0]
  if (page.nextCursor !== null || !next) return page
  return { ...page, nextCursor: toCursor([Number(next['timestamp']), `${Number(next['id']) + 1}:`]) }
}
