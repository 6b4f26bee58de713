import { expireAuditLog } from '../audit/expire.ts'
import { recomputeAll, recomputeChanged, someUnscored } from '../health/recompute.ts'
import { sendMails, someMails } from '../mail/send-mails.ts'
import { expireRejected, someRejected } from '../rejected-messages/remove.ts'
import { expireFacts } from '../retention/expire-facts.ts'
import type { Services } from '../services.ts'
import { finishErasures, someErasures } from '../users/erase.ts'

const minute = 60 * 1000
const day = 24 * 60 * minute

/** Recurring work. It may be cut off anywhere and begun anew by another process, so doing it twice must do no harm. */
export interface Job {
  name: string
  /** Milliseconds from its end to its next beginning. */
  every: number
  /** Due at the start of a process too: what it works from may have changed. */
  atStart?: boolean
  /** An SQL condition: where it does not hold there is nothing to do, and nothing is written. It must be cheap. */
  wanted?: string
  /** Left to others where it does not hold. */
  possible?: (services: Services) => boolean
  /**
   * @param signal - Ends the work early: the process stops, or another one has taken the job over. Work that takes long
   * calls `signal.throwIfAborted()` now and then.
   */
  work(services: Services, signal: AbortSignal): Promise<unknown>
}

/** Everything that Cairn does by itself. */
export const jobList: Job[] = [
  { name: 'recomputeChanged', every: 500, wanted: someUnscored, work: recomputeChanged },
  { name: 'recomputeAll', every: day, atStart: true, work: recomputeAll },
  { name: 'expireFacts', every: day, atStart: true, work: expireFacts },
  { name: 'expireRejected', every: minute, wanted: someRejected, work: expireRejected },
  { name: 'expireAuditLog', every: day, atStart: true, work: expireAuditLog },
  {
    name: 'sendMails',
    every: 500,
    wanted: someMails,
    possible: ({ settings }) => settings.mail !== undefined,
    work: sendMails,
  },
  { name: 'finishErasures', every: 10_000, wanted: someErasures, work: finishErasures },
]
