import { createTransport, type NodemailerError } from 'nodemailer'
import type { MailSettings } from '../env.ts'
import type { RenderedMail } from './render-mail.ts'

/** A mail, and where it goes. */
export interface Delivery extends RenderedMail {
  id: string
  to: string
  replyTo: string | null
  headers: Record<string, string>
}

/** What came of it. */
export type Outcome =
  | { kind: 'sent' }
  /** The server will never take it: another attempt is of no use. */
  | { kind: 'refused'; reason: string }
  /** It may be taken later. */
  | { kind: 'unsent'; reason: string }

/** The Message-ID of a mail: the same however often it is sent, so that a mailbox can tell that it has it. */
const messageIdOf = (id: string, { from }: Pick<MailSettings, 'from'>): string =>
  `<${id}@${from.address.split('@')[1] ?? ''}>`

/** What is refused for itself, and not for who sends it or how. */
const refusals = new Set(['EENVELOPE', 'EMESSAGE'])

/**
 * Sends a mail by a connection of its own.
 *
 * @param signal - Ends the attempt. The server may have taken the mail all the same.
 */
export async function deliver(mail: MailSettings, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const { id, to, replyTo, headers, subject, text, html } = delivery
  const transport = createTransport({
    ...mail.server,
    connectionTimeout: 10_000,
    greetingTimeout: 30_000,
    // Who looks into a mail before taking it may need long; who is given up too soon gets it twice.
    socketTimeout: 2 * 60_000,
    dnsTimeout: 10_000,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: '', address: to },
      ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
      messageId: messageIdOf(id, mail),
      subject,
      text,
      html,
      headers,
      xMailer: false,
      signal,
    })
    return { kind: 'sent' }
  } catch (error) {
    const { code, permanent, message } = error as NodemailerError
    const isRefused = permanent === true && refusals.has(code ?? '')
    return { kind: isRefused ? 'refused' : 'unsent', reason: message }
  }
}
