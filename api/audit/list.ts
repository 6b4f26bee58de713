import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Act, AuditLogQuery } from '../contract/audit-log.ts'
import type { Page } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { auditLog } from '../db/operations-schema.ts'
import type { Services } from '../services.ts'

/** What was done with secret keys and in the console, the newest first. */
export async function listActs({ database }: Services, query: z.output<typeof AuditLogQuery>): Promise<Page<Act>> {
  const rows = await database.orm
    .select()
    .from(auditLog)
    .where(
      and(
        query.actor ? eq(auditLog.actor, query.actor) : undefined,
        query.action ? inArray(auditLog.action, query.action.split(',')) : undefined,
        query.cursor ? lt(auditLog.id, fromCursor(query.cursor)[1]) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(query.limit + 1)
  return toPage(rows, {
    limit: query.limit,
    show: ({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }),
    position: (row) => [null, row.id],
  })
}
