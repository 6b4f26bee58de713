import { and, desc, eq, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { EventsQuery, StoredEvent } from '../contract/events.ts'
import type { Page } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { events } from '../db/schema.ts'
import type { Services } from '../services.ts'

/** Facts as stored, those that arrived last first. */
export async function listEvents(
  { database }: Services,
  query: z.output<typeof EventsQuery>,
): Promise<Page<StoredEvent>> {
  const rows = await database.mayLag.orm
    .select()
    .from(events)
    .where(
      and(
        query.account ? eq(events.accountId, query.account) : undefined,
        query.user ? eq(events.userId, query.user) : undefined,
        query.event ? eq(events.event, query.event) : undefined,
        query.cursor ? lt(events.id, Number(fromCursor(query.cursor)[1])) : undefined,
      ),
    )
    .orderBy(desc(events.id))
    .limit(query.limit + 1)
  return toPage(rows, {
    limit: query.limit,
    show: (row) => ({
      id: String(row.id),
      messageId: row.messageId,
      type: row.type as StoredEvent['type'],
      event: row.event,
      userId: row.userId,
      anonymousId: row.anonymousId,
      accountId: row.accountId,
      timestamp: new Date(row.timestamp).toISOString(),
      receivedAt: new Date(row.receivedAt).toISOString(),
      properties: JSON.parse(row.properties) as StoredEvent['properties'],
      traits: JSON.parse(row.traits) as StoredEvent['traits'],
      context: JSON.parse(row.context) as StoredEvent['context'],
    }),
    position: (row) => [null, String(row.id)],
  })
}
