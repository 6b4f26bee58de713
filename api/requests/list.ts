import type { z } from 'zod'
import type { Page } from '../contract/pagination.ts'
import type { RequestsQuery, SupportRequest } from '../contract/requests.ts'
import { fromCursor, toPage } from '../cursor.ts'
import type { Services } from '../services.ts'
import { requestColumns, viewRequest } from './view-request.ts'

const filters = `
  (:severity IS NULL OR severity = :severity) AND (:account IS NULL OR account_id = :account)`

// What waits comes by its next deadline, so that what is overdue is first; what is done, the latest first.
const waiting = `
  SELECT ${requestColumns} FROM support_requests
  WHERE due_at IS NOT NULL AND (:at IS NULL OR (due_at, id) > (:at, :id)) AND due_at < :before
    AND (:status IS NULL OR (answered_at IS NULL) = (:status = 'open')) AND ${filters}
  ORDER BY due_at, id LIMIT :limit`

const closed = `
  SELECT ${requestColumns} FROM support_requests
  WHERE closed_at IS NOT NULL AND (:at IS NULL OR (closed_at, id) < (:at, :id)) AND ${filters}
  ORDER BY closed_at DESC, id DESC LIMIT :limit`

/** Requests to the support team: what waits, or what is closed. */
export async function listRequests(
  { database, now }: Services,
  query: z.output<typeof RequestsQuery>,
): Promise<Page<SupportRequest>> {
  const { limit, cursor, status, severity, account, overdue } = query
  const [at, id] = cursor ? fromCursor(cursor) : [null, '']
  const scope = { at, id, severity: severity ?? null, account: account ?? null, limit: limit + 1 }
  const isClosed = status === 'closed'
  // What is closed is never overdue.
  if (isClosed && overdue === 'true') return { data: [], nextCursor: null }
  const before = overdue === 'true' ? now() : Number.MAX_SAFE_INTEGER
  const [found] = await database.mayLag.read([
    isClosed ? { sql: closed, args: scope } : { sql: waiting, args: { ...scope, status: status ?? null, before } },
  ])
  return toPage(found?.rows ?? [], {
    limit,
    position: (row) => [Number(row[isClosed ? 'closed_at' : 'due_at']), String(row['id'])],
    show: (row) => viewRequest(row, now()),
  })
}
