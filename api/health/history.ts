import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { getAccount } from '../accounts/get.ts'
import type { HealthPoint } from '../contract/health.ts'
import type { Page, PageQuery } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { healthHistory } from '../db/schema.ts'
import type { Services } from '../services.ts'

/** An account's scores by day, newest first: the last of each day. */
export async function readHealthHistory(
  services: Services,
  { account, limit, cursor }: { account: string } & z.output<typeof PageQuery>,
): Promise<Page<HealthPoint>> {
  await getAccount(services, account)
  const rows = await services.database.mayLag.orm
    .select()
    .from(healthHistory)
    .where(and(eq(healthHistory.accountId, account), cursor ? before(cursor) : undefined))
    .orderBy(desc(healthHistory.day), desc(healthHistory.scorecard))
    .limit(limit + 1)
  return toPage(rows, {
    limit,
    show: ({ day, scorecard, score, band, coverage }) => ({ day, scorecard, score, band, coverage }),
    position: (row) => [row.day, row.scorecard],
  })
}

/** Rows after the end of a page: earlier days, and the rest of its last day. */
function before(cursor: string): SQL {
  const [day, scorecard] = fromCursor(cursor)
  return sql`(${healthHistory.day}, ${healthHistory.scorecard}) < (${day}, ${scorecard})`
}
