import type { Mail } from '../contract/mails.ts'
import { databaseNow } from '../db/database-now.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { viewMail } from './view-mail.ts'

// One that a process has in hand is left to it.
const retry = `
  UPDATE mails SET status = 'queued', attempts = iif(status = 'failed', 0, attempts), due_at = ${databaseNow}, settled_at = NULL
  WHERE id = :id AND status != 'sent' AND :canSend`

const one = 'SELECT * FROM mails WHERE id = :id'

/** Sends a mail again that was given up, and one that waits at once. */
export async function retryMail({ database, settings }: Services, id: string): Promise<Mail> {
  const [retried, found] = await database.write([
    { sql: retry, args: { id, canSend: settings.mail !== undefined } },
    { sql: one, args: { id } },
  ])
  const row = found?.rows[0]
  if (!row) throw new ApiError('not_found', `There is no mail "${id}".`)
  if (!settings.mail) throw new ApiError('invalid', 'This server sends no mail: it has no SMTP_URL.')
  if (!retried?.rowsAffected) throw new ApiError('invalid', 'This mail was sent, and is not sent twice.')
  return viewMail(row)
}
