import type { RejectedFilter } from '../contract/rejected-messages.ts'
import { firstIdAt } from '../ids.ts'

/** An SQL condition for a filter; ids are made when messages arrive, so they say when that was. */
export function whereRejected({ reason, key, since }: RejectedFilter) {
  return {
    where: `(:reason IS NULL OR reason = :reason) AND (:key IS NULL OR key_id = :key) AND id >= :since`,
    args: { reason: reason ?? null, key: key ?? null, since: since === undefined ? '' : firstIdAt(Date.parse(since)) },
  }
}

/**
 * The end of a `SELECT` from the table: the first rows that a condition finds. It is met by an index alone, as payloads
 * are long: only rows that are taken are read.
 */
export const firstRejected = (where: string, order: 'ASC' | 'DESC') => `
  WHERE id IN (SELECT id FROM rejected_messages WHERE ${where} ORDER BY id ${order} LIMIT :limit)
  ORDER BY id ${order}`
