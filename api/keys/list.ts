import { desc, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Key } from '../contract/keys.ts'
import type { Page, PageQuery } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { keys } from '../db/operations-schema.ts'
import type { Services } from '../services.ts'
import { viewKey } from './view-key.ts'

/** All keys, those of the environment first, then the newest. */
export async function listKeys(services: Services, query: z.output<typeof PageQuery>): Promise<Page<Key>> {
  const rows = await services.database.orm
    .select()
    .from(keys)
    .where(query.cursor ? lt(keys.id, fromCursor(query.cursor)[1]) : undefined)
    // The ids of built-in keys are words, and those of others begin with a digit.
    .orderBy(desc(keys.id))
    .limit(query.limit + 1)
  return toPage(rows, { limit: query.limit, show: (row) => viewKey(services, row), position: (row) => [null, row.id] })
}
