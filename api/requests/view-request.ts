import type { Row } from '@libsql/client'
import type { SupportRequest } from '../contract/requests.ts'
import { iso, isoOrNull, textOrNull } from '../db/row-values.ts'
import { mailKey } from '../mail/queue-mail.ts'
import { referenceOf } from './reference.ts'

const readAcknowledgement = (text: unknown): SupportRequest['acknowledgement'] => {
  if (typeof text !== 'string') return null
  const [status, error] = JSON.parse(text) as [NonNullable<SupportRequest['acknowledgement']>['status'], string | null]
  return { status, error }
}

/** Columns of a request, for `viewRequest`. */
export const requestColumns = `
  support_requests.*, (SELECT name FROM accounts WHERE accounts.id = support_requests.account_id) AS account_name,
  (SELECT json_array(status, error) FROM mails WHERE key = '${mailKey('request-received', '')}' || support_requests.id)
    AS acknowledgement`

/** A request as served. */
export function viewRequest(row: Row, now: number): SupportRequest {
  const dueAt = row['due_at'] === null ? null : Number(row['due_at'])
  return {
    id: String(row['id']),
    reference: referenceOf(String(row['id'])),
    status: row['closed_at'] !== null ? 'closed' : row['answered_at'] !== null ? 'answered' : 'open',
    subject: String(row['subject']),
    message: String(row['message']),
    email: String(row['email']),
    locale: String(row['locale']),
    severity: row['severity'] as SupportRequest['severity'],
    tier: String(row['tier']),
    accountId: textOrNull(row['account_id']),
    accountName: textOrNull(row['account_name']),
    userId: textOrNull(row['user_id']),
    identity: row['identity'] as SupportRequest['identity'],
    acknowledgement: readAcknowledgement(row['acknowledgement']),
    openedAt: iso(row['opened_at']),
    respondBy: iso(row['respond_by']),
    resolveBy: iso(row['resolve_by']),
    answeredAt: isoOrNull(row['answered_at']),
    closedAt: isoOrNull(row['closed_at']),
    dueAt: isoOrNull(dueAt),
    overdue: dueAt !== null && dueAt < now,
  }
}
