import type { InStatement } from '@libsql/client'
import { nearestLocale } from '../../content/localise.ts'
import type { emailVariables, EmailName } from '../../content/email-schema.ts'
import { databaseNow } from '../db/database-now.ts'
import type { Services } from '../services.ts'
import type { MailTemplate } from './render-mail.ts'

const hour = 60 * 60 * 1000

/** A mail to be sent. */
export interface NewMail<Name extends EmailName = EmailName> {
  template: Name
  /** The language nearest to it that the template is written in is taken. */
  locale: string
  /** A value for each variable of the template; empty where there is none. */
  variables: Record<(typeof emailVariables)[Name][number], string>
  to: string
  /** Where an answer goes; where the mail is from if left out. */
  replyTo?: string | undefined
  /** The user whom it is about, so that it is erased with them. */
  userId: string | null
  /** What it is about. With the same template it is sent once, however often it is queued. */
  about: string
  /** Mails that this mailbox may get in an hour: what is beyond them is not sent. */
  mostPerHour: number
}

// What is beyond the bound is kept, so that the team sees who was not told.
const insert = `
  INSERT INTO mails (id, key, template, locale, variables, address, mailbox, reply_to, user_id, created_at, status, error, due_at, settled_at)
  SELECT :id, :key, :template, :locale, :variables, :address, :mailbox, :replyTo, :userId, :now,
    iif(held, 'failed', 'queued'), iif(held, :reason, NULL), iif(held, NULL, ${databaseNow}), iif(held, :now, NULL)
  FROM (
    SELECT count(*) >= :most AS held FROM mails WHERE mailbox = :mailbox AND created_at > :since AND template = :template)
  WHERE true
  ON CONFLICT (key) DO NOTHING`

const mailboxOf = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/, '')

/** What a mail is known by, so that it is there once. */
export const mailKey = (template: EmailName, about: string): string => `${template} ${about}`

/** A template in the language nearest to a locale. */
export function templateFor({ definitions }: Services, name: EmailName, locale: string): MailTemplate {
  const written = definitions.emails[name]
  const template = written[nearestLocale(Object.keys(written), locale) ?? '']
  if (!template) throw new Error(`The mail ${name} is written in no language.`)
  return template
}

/**
 * Puts a mail in the queue by statements of the transaction that it follows from, so that neither is there without the
 * other. Without SMTP_URL there are none.
 *
 * @example
 * ```ts
 * await database.write([insertRequest, ...queueMail(services, { template: 'request-received', about: id, … })])
 * ```
 */
export function queueMail<Name extends EmailName>(services: Services, mail: NewMail<Name>): InStatement[] {
  if (!services.settings.mail) return []
  const { template, variables, to, replyTo = null, userId, about, mostPerHour } = mail
  const now = services.now()
  const { locale } = templateFor(services, template, mail.locale)
  const args = {
    id: services.newId(),
    key: mailKey(template, about),
    template,
    locale,
    variables: JSON.stringify(variables),
    address: to,
    mailbox: mailboxOf(to),
    replyTo,
    userId,
    now,
    since: now - hour,
    most: mostPerHour,
    reason: `This mailbox was sent ${mostPerHour} of these mails within an hour.`,
  }
  return [{ sql: insert, args }]
}
