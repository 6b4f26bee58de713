import type { InStatement } from '@libsql/client'
import { defaultLocale } from '../../content/article-address.ts'
import { localise } from '../../content/localise.ts'
import { durationInWords, type SeverityName } from '../../content/support-times.ts'
import { queueMail, templateFor } from '../mail/queue-mail.ts'
import type { Services } from '../services.ts'
import type { Customer } from './find-customer.ts'
import { referenceOf } from './reference.ts'

/** Mails about requests that a mailbox gets in an hour: anybody can type anybody's address. */
const mostAcknowledgements = 5
const mostForTeam = 60

/** A request that is about to be stored. */
export interface Announced {
  id: string
  subject: string
  message: string
  email: string
  severity: SeverityName
  locale: string
  timeZone: string | undefined
  customer: Customer
  /** The times that the sender may be told. */
  told: Deadline
  /** Those that the team works by. */
  kept: Deadline & { tier: string }
}

interface Deadline {
  /** Until a person answers, such as `4h`. */
  firstResponse: string
  respondBy: number
}

/** A time as people write it, with its zone; UTC where the zone is not known. */
function timeInWords(time: number, locale: string, timeZone = 'UTC'): string {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: isTimeZone(timeZone) ? timeZone : 'UTC' }).format(time)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The acknowledgement of a request, and the note to the team, for the transaction that stores the request. */
export function announceRequest(services: Services, request: Announced): InStatement[] {
  const { mail } = services.settings
  if (!mail) return []
  const { id, subject, message, email, severity, customer, told, kept, timeZone } = request
  const { severities } = services.definitions.support
  const { locale } = templateFor(services, 'request-received', request.locale)
  // Words of a stranger go to nobody's mailbox but the team's: else the form would send anything to anybody.
  const isOwnAddress = customer.identity === 'verified' && customer.email?.toLowerCase() === email.toLowerCase()
  const common = { about: id, userId: customer.userId }
  return [
    ...queueMail(services, {
      ...common,
      template: 'request-received',
      locale,
      to: email,
      replyTo: mail.team?.address,
      mostPerHour: mostAcknowledgements,
      variables: {
        reference: referenceOf(id),
        name: isOwnAddress ? (customer.name ?? '') : '',
        severity: localise(severities[severity].title, locale),
        answeredWithin: durationInWords(told.firstResponse, locale),
        answeredBy: timeInWords(told.respondBy, locale, timeZone),
        subject: isOwnAddress ? subject : '',
        message: isOwnAddress ? message : '',
      },
    }),
    ...(mail.team
      ? queueMail(services, {
          ...common,
          template: 'request-for-team',
          locale: defaultLocale,
          to: mail.team.address,
          replyTo: email,
          mostPerHour: mostForTeam,
          variables: {
            reference: referenceOf(id),
            severity: `${severity}: ${localise(severities[severity].title, defaultLocale)}`,
            answeredBy: timeInWords(kept.respondBy, defaultLocale),
            subject,
            message,
            email,
            account: customer.accountName ?? customer.accountId ?? '',
            tier: kept.tier,
          },
        })
      : []),
  ]
}
