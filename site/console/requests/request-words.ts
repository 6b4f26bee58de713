import type { SupportRequest } from '../../../api/contract/requests.ts'
import { formatCount } from '../format/number.ts'
import type { RequestsFilter } from '../routes.ts'

/** Where requests stand, as a choice; empty is all that is not closed. */
export const statusTitles: Record<RequestsFilter['status'], string> = {
  '': 'All that wait',
  open: 'To be answered',
  answered: 'To be solved',
  closed: 'Closed',
}

/** Severities as the team calls them. */
export const severityTitles: Record<SupportRequest['severity'], string> = {
  P0: 'P0: nothing works',
  P1: 'P1: no way around',
  P2: 'P2: a way around',
  P3: 'P3: a question',
}

/** How the sender is known, where there is a doubt. */
export const identityTitles: Record<SupportRequest['identity'], string | null> = {
  verified: null,
  claimed: 'Not verified',
  email: 'Known by the e-mail address only',
  unknown: 'Not a known customer',
}

/** Whether the sender was told that it has come. */
export const acknowledgementTitles: Record<NonNullable<SupportRequest['acknowledgement']>['status'], string> = {
  queued: 'Acknowledgement on its way',
  sent: 'Acknowledged',
  failed: 'Not acknowledged',
}

const minute = 60_000

/** A span of time in the two largest units that matter to somebody who has to answer: "2 days 3 hours". */
const spanInWords = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.floor(milliseconds / minute))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  const parts = [
    ...(days > 0 ? [formatCount(days, 'day')] : []),
    ...(hours > 0 ? [formatCount(hours, 'hour')] : []),
    ...(days === 0 && minutes % 60 > 0 ? [formatCount(minutes % 60, 'minute')] : []),
  ]
  return parts.slice(0, 2).join(' ')
}

/** What the clock of a request says. */
export const clockInWords = ({ dueAt, status }: SupportRequest, now: number): string => {
  if (dueAt === null) return 'Closed'
  const what = status === 'open' ? 'answer' : 'solve'
  const left = Date.parse(dueAt) - now
  return left < 0 ? `Overdue by ${spanInWords(-left)}` : `${spanInWords(left)} left to ${what}`
}
