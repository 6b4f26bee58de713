import type { InStatement } from '@libsql/client'
import { firstArrival, lastArrival } from './arrival.ts'
import { eventColumns } from './view-event.ts'

/** Which facts are meant. Times are milliseconds since 1970 UTC; all that is given must hold. */
export interface FactFilter {
  messageId?: string | undefined
  user?: string | undefined
  account?: string | undefined
  /** A visitor who is nobody's yet. */
  visitor?: string | undefined
  /** The visitor that a message names, whoever they turned out to be. */
  anonymous?: string | undefined
  event?: string | undefined
  type?: string | undefined
  /** Arrived at this time or later. */
  since?: number | undefined
  /** Arrived before this time. */
  until?: number | undefined
  /** Happened at this time or later. */
  from?: number | undefined
  /** Happened before this time. */
  to?: number | undefined
}

/** A stretch of the facts, in the order of their ids. */
export interface Stretch {
  order: 'newest' | 'oldest'
  /** Goes on after this id; from the end where it begins if left out. */
  after?: number | undefined
  /** Ends with this id, in oldest-first order. */
  upTo?: number | undefined
  limit: number
}

/** Facts that are looked at for one page: its price has a bound, however few of them fit. */
export const lookedAt = 10_000

/** What has an index, the most telling first: facts are read by one of them, in the order of their ids. */
const indexed = {
  messageId: 'message_id = :messageId',
  user: 'user_id = :user',
  visitor: 'user_id IS NULL AND anonymous_id = :visitor',
  account: 'account_id = :account',
  event: 'event = :event',
}

/** What a fact that was looked at is compared with. */
const compared = {
  ...indexed,
  anonymous: 'anonymous_id = :anonymous',
  type: 'type = :type',
  since: 'received_at >= :since',
  until: 'received_at < :until',
  from: 'timestamp >= :from',
  to: 'timestamp < :to',
}

const namesOf = <Name extends string>(record: Record<Name, string>) => Object.keys(record) as Name[]

/** The bounds of the ids to look at. Nothing arrives before it happened, so `from` bounds them like `since`. */
function boundsOf(
  filter: FactFilter,
  { order, after, upTo }: Stretch,
): { sql: string[]; args: Record<string, number> } {
  const { since = 0, from = 0, until } = filter
  const arrivedFrom = Math.max(since, from)
  return {
    sql: [
      ...(after === undefined ? [] : [order === 'newest' ? 'id < :after' : 'id > :after']),
      ...(upTo === undefined ? [] : ['id <= :upTo']),
      ...(arrivedFrom === 0 ? [] : [`id > ${firstArrival(':arrivedFrom')}`]),
      ...(until === undefined ? [] : [`id <= ${lastArrival(':until')}`]),
    ],
    args: {
      ...(after === undefined ? {} : { after }),
      ...(upTo === undefined ? {} : { upTo }),
      ...(arrivedFrom === 0 ? {} : { arrivedFrom }),
      ...(until === undefined ? {} : { until }),
    },
  }
}

/**
 * The statement that reads a stretch of the facts. It looks at a bounded number of them, by the index of one filter,
 * else by their ids, and compares each with the other filters.
 *
 * @returns a statement whose rows are facts in order; where looking came to its bound, `ended` is 1 in the last,
 * which is there to say so: `fits` tells whether it is meant.
 */
export function findFacts(filter: FactFilter, stretch: Stretch): InStatement {
  const by = namesOf(indexed).find((name) => filter[name] !== undefined)
  const others = namesOf(compared).filter((name) => filter[name] !== undefined && name !== by)
  const bounds = boundsOf(filter, stretch)
  const where = [...(by ? [indexed[by]] : []), ...bounds.sql]
  const order = `ORDER BY id ${stretch.order === 'newest' ? 'DESC' : 'ASC'}`
  const looked = `
    SELECT id, message_id, type, event, user_id, anonymous_id, account_id, timestamp, received_at FROM events
    ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ${order} LIMIT :looked`
  // One more than asked for tells whether there is a next stretch.
  const limit = stretch.limit + 1
  // CROSS: SQLite would read all facts in their order, and look for each on the page, rather than sort a page.
  return {
    sql: `
      SELECT ${eventColumns}, fits, ended FROM (
        SELECT id AS found, fits, place = :looked AS ended FROM (
          SELECT id, ${others.map((name) => compared[name]).join(' AND ') || '1'} AS fits, row_number() OVER () AS place
          FROM (${looked}))
        WHERE fits OR place = :looked LIMIT :limit)
      CROSS JOIN events ON events.id = found ${order}`,
    args: {
      ...bounds.args,
      ...Object.fromEntries([...(by ? [by] : []), ...others].map((name) => [name, filter[name] ?? null])),
      looked: others.length === 0 ? limit : Math.max(lookedAt, limit),
      limit,
    },
  }
}
