import type { z } from 'zod'
import type { Page } from '../contract/pagination.ts'
import type { TraitChange, TraitsQuery } from '../contract/users.ts'
import { fromCursor, toPage } from '../cursor.ts'
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

// Messages count in the order in which they happened, as for the traits that are kept. What is kept and no message says
// (it is no longer there) comes in by its time. A value that only came again is no change.
const changes = (owner: TraitOwner) => `
  WITH said AS MATERIALIZED (
    SELECT sent.key AS name, ${jsonOf('sent')} AS value, timestamp, events.id AS id, message_id
    FROM events CROSS JOIN json_each(events.traits) AS sent WHERE ${facts[owner]} AND traits != '{}'),
  known AS (
    SELECT * FROM said
    UNION ALL
    SELECT times.key, coalesce((SELECT ${jsonOf('kept')} FROM json_each(${owner}.traits) AS kept
      WHERE kept.key = times.key), 'null'), times.value, 0, NULL
    FROM ${owner} CROSS JOIN json_each(${owner}.trait_times) AS times
    WHERE ${owner}.id = :id
      AND times.value > coalesce((SELECT max(timestamp) FROM said WHERE said.name = times.key), -1))
  SELECT name, value, timestamp, id, message_id FROM (
    SELECT *, lag(value, 1, 'null') OVER (PARTITION BY name ORDER BY timestamp, id) AS value_before FROM known)
  WHERE value != value_before AND (:trait IS NULL OR name = :trait)
    AND (:before IS NULL OR (timestamp, id, name) < (:before, :beforeId, :beforeName))
  ORDER BY timestamp DESC, id DESC, name DESC LIMIT :limit`

/**
 * How the traits of a user or an account came to be what they are, the latest change first.
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
  const [before, rest] = cursor ? fromCursor(cursor) : [null, '0:']
  const [, beforeId = '0', beforeName = ''] = /^(\d+):(.*)$/s.exec(rest) ?? []
  const [found] = await reader.read([
    {
      sql: changes(owner),
      args: { id, trait: trait ?? null, before, beforeId: Number(beforeId), beforeName, limit: limit + 1 },
    },
  ])
  return toPage([...(found?.rows ?? [])], {
    limit,
    show: (row) => ({
      trait: String(row['name']),
      value: JSON.parse(String(row['value'])) as unknown,
      since: iso(row['timestamp']),
      messageId: row['message_id'] === null ? null : String(row['message_id']),
    }),
    position: (row) => [Number(row['timestamp']), `${Number(row['id'])}:${String(row['name'])}`],
  })
}
