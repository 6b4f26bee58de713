import type { Mail } from '../../../api/contract/mails.ts'
import { exactTime } from '../format/exact-time.ts'

/** Where a mail stands, as a choice. */
export const statusTitles: Record<Mail['status'], string> = {
  queued: 'Waiting',
  sent: 'Sent',
  failed: 'Given up',
}

const titles: Record<string, string> = {
  'request-received': 'Acknowledgement of a request',
  'request-for-team': 'Note to the team about a request',
}

/** What a mail is. */
export const mailInWords = ({ template }: Mail): string => titles[template] ?? template

/** Where a mail stands, and what comes next: "Waiting, tried 3 times, again at …". */
export const standingInWords = ({ status, attempts, nextAttemptAt }: Mail): string => {
  const next = attempts > 0 && nextAttemptAt !== null ? `, again at ${exactTime(nextAttemptAt)}` : ''
  const tried = attempts > 1 || next !== '' ? `, tried ${attempts === 1 ? 'once' : `${attempts} times`}` : ''
  return `${statusTitles[status]}${tried}${next}`
}
