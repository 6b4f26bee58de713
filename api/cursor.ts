import { z } from 'zod'
import { ApiError } from './errors.ts'

const Position = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()])

/** Where a page ended: the value it is sorted by, and the id that breaks ties. */
export type Position = z.infer<typeof Position>

/** Writes a position as a text that clients hand back and need not understand. */
export function toCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** What is said of a cursor that leads nowhere in the list that it was sent to. */
export const wrongCursor = () =>
  new ApiError('invalid', 'The cursor is not one that this list has given.', {
    errors: [{ path: 'cursor', detail: 'Send nextCursor of the page before, unchanged, or leave it out.' }],
  })

/** @throws ApiError `invalid` where the text is no cursor of ours. */
export function fromCursor(cursor: string): Position {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw wrongCursor()
  }
}

/**
 * Cuts a page from rows of which one more than `limit` was asked for.
 *
 * @param position - Where a row stands in the order of the list.
 */
export function toPage<Row, Shown>(
  rows: Row[],
  { limit, show, position }: { limit: number; show: (row: Row) => Shown; position: (row: Row) => Position },
): { data: Shown[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    data: page.map(show),
    nextCursor: last !== undefined && rows.length > limit ? toCursor(position(last)) : null,
  }
}
