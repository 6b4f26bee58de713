import type { z } from 'zod'
import type { TimelineEntry } from '../contract/accounts.ts'
import type { Page, PageQuery } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import type { Services } from '../services.ts'
import { getAccount } from './get.ts'

// Both halves are read by an index in order of arrival, as far as the page reaches.
const newest = (table: string, columns: string, which = 'true') => `
  SELECT * FROM (SELECT ${columns} FROM ${table}
    WHERE account_id = :account AND id < :before AND ${which} ORDER BY id DESC LIMIT :limit)`

const sql = `
  ${newest('events', `id, timestamp AS at, 'event' AS kind, event AS name, user_id, properties AS details`, `type = 'track'`)}
  UNION ALL
  ${newest('survey_responses', `id, updated_at AS at, 'survey_response' AS kind, survey AS name, user_id, answers AS details`)}
  ORDER BY id DESC LIMIT :limit`

/**
 * What people of an account did and answered, what arrived last first. Page views and traits are no acts: they are in
 * `GET /v1/events`.
 */
export async function readTimeline(
  services: Services,
  { account, limit, cursor }: { account: string } & z.output<typeof PageQuery>,
): Promise<Page<TimelineEntry>> {
  await getAccount(services, account)
  const before = cursor ? fromCursor(cursor)[1] : '~'
  const [found] = await services.database.read([{ sql, args: { account, before, limit: limit + 1 } }])
  return toPage(found?.rows ?? [], {
    limit,
    show: (row) => ({
      id: String(row['id']),
      at: new Date(Number(row['at'])).toISOString(),
      kind: row['kind'] as TimelineEntry['kind'],
      name: String(row['name']),
      userId: row['user_id'] === null ? null : String(row['user_id']),
      details: JSON.parse(String(row['details'])) as TimelineEntry['details'],
    }),
    position: (row) => [null, String(row['id'])],
  })
}
