import type { Row } from '@libsql/client'
import type { Mail } from '../contract/mails.ts'
import { iso, isoOrNull, textOrNull } from '../db/row-values.ts'

/** A mail as served. */
export const viewMail = (row: Row): Mail => ({
  id: String(row['id']),
  template: String(row['template']),
  locale: String(row['locale']),
  to: String(row['address']),
  userId: textOrNull(row['user_id']),
  status: row['status'] as Mail['status'],
  attempts: Number(row['attempts']),
  error: textOrNull(row['error']),
  queuedAt: iso(row['created_at']),
  nextAttemptAt: isoOrNull(row['due_at']),
  settledAt: isoOrNull(row['settled_at']),
})
