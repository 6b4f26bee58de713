import type { SettleRequest, SupportRequest } from '../contract/requests.ts'
import { ApiError } from '../errors.ts'
import { mailKey } from '../mail/queue-mail.ts'
import type { Services } from '../services.ts'
import { recordRequest } from './record-request.ts'
import { requestColumns, viewRequest } from './view-request.ts'

// What is closed without an answer was answered by that.
const settle = `
  UPDATE support_requests SET
    answered_at = coalesce(answered_at, :now),
    closed_at = iif(:status = 'closed', coalesce(closed_at, :now), closed_at),
    due_at = iif(:status = 'closed', NULL, resolve_by)
  WHERE id = :id AND (closed_at IS NULL OR :status = 'closed')`

const one = `SELECT ${requestColumns} FROM support_requests WHERE id = :id`

const noSuchRequest = (id: string) => new ApiError('not_found', `There is no request "${id}".`)

/**
 * Notes that a request was answered or closed. Once more changes nothing, and makes up for a fact that could not be
 * recorded; what is closed stays so.
 */
export async function settleRequest(
  services: Services,
  { id, status }: SettleRequest & { id: string },
): Promise<SupportRequest> {
  const [, found] = await services.database.write([
    { sql: settle, args: { id, status, now: services.now() } },
    { sql: one, args: { id } },
  ])
  const row = found?.rows[0]
  if (!row) throw noSuchRequest(id)
  const request = viewRequest(row, services.now())
  if (status === 'answered' && request.closedAt !== null) {
    throw new ApiError('invalid', 'This request is closed, and stays so.', {
      errors: [{ path: 'status', detail: 'Ask for a new request where there is more to say.' }],
    })
  }
  const { openedAt, closedAt } = request
  await recordRequest(services, request, [
    { event: 'support_request_opened', at: Date.parse(openedAt) },
    ...(closedAt === null ? [] : [{ event: 'support_request_closed' as const, at: Date.parse(closedAt) }]),
  ])
  return request
}

const mailsOf = ['request-received', 'request-for-team'] as const

/** Removes a request for good with the mails about it, such as one of somebody who is no user and asks for it. */
export async function removeRequest({ database }: Services, id: string): Promise<void> {
  const [removed] = await database.write([
    { sql: 'DELETE FROM support_requests WHERE id = :id', args: { id } },
    ...mailsOf.map((template) => ({ sql: 'DELETE FROM mails WHERE key = :key', args: { key: mailKey(template, id) } })),
  ])
  if (!removed?.rowsAffected) throw noSuchRequest(id)
}
