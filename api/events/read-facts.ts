import type { Row } from '@libsql/client'
import type { Reader } from '../db/open.ts'
import { findFacts, type FactFilter, type Stretch } from './find-facts.ts'

/** A stretch of the facts. */
export interface Facts {
  rows: Row[]
  /** The id after which to go on; null where nothing is left for now. */
  next: number | null
}

/**
 * Reads a stretch of the facts. It may hold fewer than asked for, even none, although there are more: only `next` tells.
 */
export async function readFacts(reader: Reader, filter: FactFilter, stretch: Stretch): Promise<Facts> {
  const [found] = await reader.read([findFacts(await withUser(reader, filter), stretch)])
  const rows = found?.rows ?? []
  const last = rows.at(-1)
  const fitting = rows.filter((row) => row['fits'] === 1).slice(0, stretch.limit)
  if (rows.length > stretch.limit) return { rows: fitting, next: Number(rows[stretch.limit - 1]?.['id']) }
  return { rows: fitting, next: last?.['ended'] === 1 ? Number(last['id']) : null }
}

/** What a visitor did is the user's, once they are known: there is an index for either. */
async function withUser(reader: Reader, filter: FactFilter): Promise<FactFilter> {
  const { anonymous, ...others } = filter
  if (anonymous === undefined || filter.user !== undefined) return filter
  const [known] = await reader.read([
    { sql: 'SELECT user_id FROM visitors WHERE anonymous_id = :anonymous', args: { anonymous } },
  ])
  const user = known?.rows[0]?.['user_id']
  return user == null ? { ...others, visitor: anonymous } : { ...filter, user: String(user) }
}
