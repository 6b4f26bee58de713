import type { z } from 'zod'
import type { TimelineEntry } from '../contract/accounts.ts'
import type { Page, PageQuery } from '../contract/pagination.ts'
import { fromCursor, toPage, wrongCursor } from '../cursor.ts'
import type { Services } from '../services.ts'
import { getAccount } from './get.ts'
import { iso } from '../db/row-values.ts'

const events = `
  SELECT id, received_at AS arrived_at, timestamp AS at, 'event' AS kind, event AS name, user_id, properties AS details
  FROM events WHERE account_id = :account AND id < :before AND type = 'track' ORDER BY id DESC LIMIT :limit`

const responses = `
  SELECT id, created_at AS arrived_at, updated_at AS at, 'survey_response' AS kind, survey AS name, user_id, answers AS details
  FROM survey_responses WHERE account_id = :account AND id < :before ORDER BY id DESC LIMIT :limit`

type Row = Record<string, unknown>

/** Where a page ended in each of the two lists that it is made of. */
interface Place {
  event: number
  response: string
}

const beginning: Place = { event: Number.MAX_SAFE_INTEGER, response: '~' }

function placeOf(cursor: string | undefined): Place {
  if (!cursor) return beginning
  const [event, response] = fromCursor(cursor)
  if (typeof event !== 'number') throw wrongCursor()
  return { event, response }
}

/** Puts two lists that are in order into one, with the place in both after each entry. */
function merge(events: Row[], responses: Row[], from: Place): { row: Row; place: Place }[] {
  const merged: { row: Row; place: Place }[] = []
  let place = from
  let [nextEvent, nextResponse] = [0, 0]
  for (;;) {
    const event = events[nextEvent]
    const response = responses[nextResponse]
    if (!event && !response) return merged
    if (event && (!response || Number(event['arrived_at']) > Number(response['arrived_at']))) {
      nextEvent += 1
      place = { ...place, event: Number(event['id']) }
      merged.push({ row: event, place })
    } else if (response) {
      nextResponse += 1
      place = { ...place, response: String(response['id']) }
      merged.push({ row: response, place })
    }
  }
}

/**
 * What people of an account did and answered, what arrived last first. Page views and traits are no acts: they are in
 * `GET /v1/events`.
 */
export async function readTimeline(
  services: Services,
  { account, limit, cursor }: { account: string } & z.output<typeof PageQuery>,
): Promise<Page<TimelineEntry>> {
  await getAccount(services, account)
  const from = placeOf(cursor)
  // Both are read by an index in order of arrival, as far as the page reaches.
  const [done, answered] = await services.database.mayLag.read([
    { sql: events, args: { account, before: from.event, limit: limit + 1 } },
    { sql: responses, args: { account, before: from.response, limit: limit + 1 } },
  ])
  return toPage(merge(done?.rows ?? [], answered?.rows ?? [], from), {
    limit,
    show: ({ row }) => ({
      id: String(row['id']),
      at: iso(row['at']),
      kind: row['kind'] as TimelineEntry['kind'],
      name: String(row['name']),
      userId: row['user_id'] === null ? null : String(row['user_id']),
      details: JSON.parse(String(row['details'])) as TimelineEntry['details'],
    }),
    position: ({ place }) => [place.event, place.response],
  })
}
