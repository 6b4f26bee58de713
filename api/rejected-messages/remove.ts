import type { RejectedFilter } from '../contract/rejected-messages.ts'
import { dayInMilliseconds } from '../day.ts'
import { writeInSteps } from '../db/write-in-steps.ts'
import { ApiError } from '../errors.ts'
import { firstIdAt } from '../ids.ts'
import type { Services } from '../services.ts'
import { whereRejected } from './filter.ts'

/** The error for a rejected message that is not there. */
export const noSuchRejection = (id: string) =>
  `There is no rejected message "${id}": it was removed, has become a fact, or is older than REJECTED_DAYS.`

/** Rejected messages that are kept at the most. */
const mostRejected = 100_000

/** An SQL condition: whether there are any. */
export const someRejected = 'EXISTS (SELECT 1 FROM rejected_messages)'

const removeSome = (where: string) => `
  DELETE FROM rejected_messages WHERE id IN (SELECT id FROM rejected_messages WHERE ${where} ORDER BY id LIMIT :limit)`

/** @throws ApiError `not_found` where there is none with this id. */
export async function removeRejection({ database }: Services, id: string): Promise<void> {
  const [removed] = await database.write([{ sql: 'DELETE FROM rejected_messages WHERE id = :id', args: { id } }])
  if (!removed?.rowsAffected) throw new ApiError('not_found', noSuchRejection(id))
}

/** Removes the rejected messages that a filter finds. @returns how many. */
export async function removeRejected({ database, newId }: Services, filter: RejectedFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined)) {
    throw new ApiError('invalid', 'Say which messages to remove: by reason, key or since.', {
      errors: [{ path: '', detail: 'Send reason, key or since; for all of them a since long ago.' }],
    })
  }
  const { where, args } = whereRejected(filter)
  // What arrives meanwhile stays: else it might never end.
  const until = newId()
  return writeInSteps(database, { sql: removeSome(`${where} AND id < :until`), args: { ...args, until } })
}

/**
 * Removes rejected messages that are older than REJECTED_DAYS, and the oldest beyond what is kept at the most.
 *
 * @param most - Messages to keep.
 * @returns how many went.
 */
export async function expireRejected(
  { database, settings, now }: Services,
  signal?: AbortSignal,
  most = mostRejected,
): Promise<number> {
  const { rejectedDays } = settings
  const [surplus] = await database.read([
    { sql: 'SELECT id FROM rejected_messages ORDER BY id DESC LIMIT 1 OFFSET :most', args: { most } },
  ])
  const expired = rejectedDays === 0 ? '' : firstIdAt(now() - rejectedDays * dayInMilliseconds)
  const beyond = String(surplus?.rows[0]?.['id'] ?? '')
  return writeInSteps(database, {
    sql: removeSome('id < :expired OR id <= :beyond'),
    args: { expired, beyond },
    signal,
  })
}
