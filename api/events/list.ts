import type { z } from 'zod'
import type { EventsPage, EventsQuery } from '../contract/events.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { toFilter } from './filter.ts'
import { readFacts } from './read-facts.ts'
import { viewEvent } from './view-event.ts'

/**
 * A page of facts as stored, in the order of their arrival. Ids are in the order of commits, so whoever follows them
 * oldest first, from the last cursor on, misses none: whichever process wrote it.
 */
export async function listEvents(
  { database }: Services,
  { order, limit, cursor, ...query }: z.output<typeof EventsQuery>,
): Promise<EventsPage> {
  const after = cursor === undefined ? undefined : idOf(cursor, order)
  const { rows, next } = await readFacts(database.mayLag, toFilter(query), { order, after, limit })
  // Where nothing is left, the next fact to arrive comes after the last of these.
  const end = order === 'newest' ? null : Number(rows.at(-1)?.['id'] ?? after ?? 0)
  const position = next ?? end
  return {
    data: rows.map(viewEvent),
    nextCursor: position === null ? null : toCursor([order, String(position)]),
    hasMore: next !== null,
  }
}

function idOf(cursor: string, order: string): number {
  const [madeFor, id] = fromCursor(cursor)
  if (madeFor === order && /^\d{1,15}$/.test(id)) return Number(id)
  throw new ApiError('invalid', 'The cursor is not one of this list.', {
    errors: [{ path: 'cursor', detail: 'Send nextCursor of the page before, with the same order, or leave it out.' }],
  })
}
