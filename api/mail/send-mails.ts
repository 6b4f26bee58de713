import type { Row } from '@libsql/client'
import { emailVariables, type EmailName } from '../../content/email-schema.ts'
import { databaseNow } from '../db/database-now.ts'
import type { MailSettings } from '../env.ts'
import type { Services } from '../services.ts'
import { deliver, type Outcome } from './deliver.ts'
import { templateFor } from './queue-mail.ts'
import { renderMail } from './render-mail.ts'

const minute = 60 * 1000

/** Mails that are sent at once. */
const atOnce = 5
/** How often a mail is begun to be sent, which takes some 16 hours. */
const mostAttempts = 12
const longestPause = 4 * 60 * minute
/** How long an attempt may take; and for how long a mail is taken in hand, so that nobody else begins while it goes on. */
const attemptMilliseconds = 3 * minute
const leaseMilliseconds = 4 * minute
/** What an attempt may still take when the server stops. */
const graceMilliseconds = 5000

/** An SQL condition: whether a mail is to be sent. */
export const someMails = `EXISTS (SELECT 1 FROM mails WHERE due_at <= ${databaseNow} AND coalesce(leased_until, 0) <= ${databaseNow})`

// An attempt counts when it begins: a mail that takes its process down is tried less and less, too.
const take = `
  UPDATE mails SET attempts = attempts + 1, leased_until = ${databaseNow} + :lease,
    due_at = ${databaseNow} + min(${longestPause}, ${minute} << min(attempts, 20))
  WHERE id IN (
    SELECT id FROM mails WHERE due_at <= ${databaseNow} AND coalesce(leased_until, 0) <= ${databaseNow}
    ORDER BY due_at LIMIT ${atOnce})
  RETURNING *`

// Changes nothing where the mail was erased meanwhile, or where somebody else has it by now.
const isMine = `WHERE id = :id AND status = 'queued' AND leased_until = :lease`

const settleSent = `
  UPDATE mails SET status = 'sent', settled_at = :now, error = NULL, variables = NULL, due_at = NULL, leased_until = NULL ${isMine}`

const settleFailed = `
  UPDATE mails SET status = 'failed', settled_at = :now, error = :reason, due_at = NULL, leased_until = NULL ${isMine}`

const putOff = `
  UPDATE mails SET error = :reason, due_at = ${databaseNow} + :pause, leased_until = NULL ${isMine}`

/**
 * Milliseconds before the next attempt: 1, 2, 4 … minutes, 4 hours at the most, and a quarter more or less, so that what
 * failed together does not come back together.
 *
 * @param random - From 0 to 1.
 */
export function pauseAfter(attempts: number, random: number): number {
  const pause = Math.min(longestPause, minute * 2 ** (attempts - 1))
  return Math.round(pause * (0.75 + random / 2))
}

/** Whom other machines take a mail to be from, so that none of them answers it. */
const headersOf = (template: EmailName): Record<string, string> => ({
  'Auto-Submitted': template === 'request-received' ? 'auto-replied' : 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  Precedence: 'bulk',
})

/** What it takes to send. */
interface Sender {
  services: Services
  mail: MailSettings
  /** Cuts off what is under way. */
  cut: AbortSignal
}

async function attempt({ services, mail, cut }: Sender, row: Row): Promise<Outcome> {
  if (Number(row['attempts']) > mostAttempts) return { kind: 'refused', reason: 'No attempt came to an end.' }
  const template = Object.keys(emailVariables).find((name): name is EmailName => name === row['template'])
  if (!template) return { kind: 'refused', reason: `There is no template "${String(row['template'])}" any more.` }
  const variables = JSON.parse(String(row['variables'] ?? '{}')) as Record<string, string>
  const rendered = renderMail(templateFor(services, template, String(row['locale'])), {
    variables,
    publicUrl: mail.publicUrl,
  })
  const delivery = {
    ...rendered,
    id: String(row['id']),
    to: String(row['address']),
    replyTo: row['reply_to'] === null ? null : String(row['reply_to']),
    headers: headersOf(template),
  }
  return deliver(mail, delivery, AbortSignal.any([cut, AbortSignal.timeout(attemptMilliseconds)]))
}

async function send(sender: Sender, row: Row): Promise<void> {
  const { database, metrics, log, now } = sender.services
  const attempts = Number(row['attempts'])
  const outcome = await attempt(sender, row)
  const isLast = outcome.kind === 'refused' || attempts >= mostAttempts
  const settled = outcome.kind === 'sent' ? 'sent' : isLast ? 'failed' : 'deferred'
  const args = { id: String(row['id']), lease: Number(row['leased_until']) }
  const reason = outcome.kind === 'sent' ? null : outcome.reason.slice(0, 500)
  await database.write([
    settled === 'sent'
      ? { sql: settleSent, args: { ...args, now: now() } }
      : settled === 'failed'
        ? { sql: settleFailed, args: { ...args, now: now(), reason } }
        : {
            sql: putOff,
            args: { ...args, reason, pause: sender.cut.aborted ? 0 : pauseAfter(attempts, Math.random()) },
          },
  ])
  metrics.mailed(String(row['template']), settled)
  // The reason may have the address in it.
  if (settled !== 'sent') log.warn('A mail was not sent.', { mail: row['id'], attempts, outcome: settled })
}

/**
 * Sends the mails that are due, some at once, until none is left. A mail that was taken by its server and not marked so
 * before a crash is sent again, with the same Message-ID.
 *
 * @param signal - Takes no more in hand, and gives those that are under way a few seconds.
 */
export async function sendMails(services: Services, signal: AbortSignal): Promise<void> {
  const { mail } = services.settings
  if (!mail) return
  const cut = new AbortController()
  let grace: NodeJS.Timeout | undefined
  const hurry = () => {
    grace = setTimeout(() => cut.abort(signal.reason), graceMilliseconds)
  }
  signal.addEventListener('abort', hurry, { once: true })
  try {
    for (;;) {
      signal.throwIfAborted()
      const [taken] = await services.database.write([{ sql: take, args: { lease: leaseMilliseconds } }])
      const rows = taken?.rows ?? []
      if (rows.length === 0) return
      const ended = await Promise.allSettled(rows.map((row) => send({ services, mail, cut: cut.signal }, row)))
      const broken = ended.find((one) => one.status === 'rejected')
      if (broken) throw broken.reason
    }
  } finally {
    signal.removeEventListener('abort', hurry)
    clearTimeout(grace)
  }
}
