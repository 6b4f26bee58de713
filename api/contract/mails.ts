import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

/** Where a mail stands. */
export const mailStatuses = ['queued', 'sent', 'failed'] as const

const Status = z
  .enum(mailStatuses)
  .describe('`queued` waits to be sent, `sent` was taken by the mail server, `failed` was given up.')

/** Query of `GET /v1/mails`. */
export const MailsQuery = PageQuery.extend({
  status: Status.optional(),
  user: z.string().max(200).optional().describe('Only mails about the user with this id.'),
}).strict()

/** A row of `GET /v1/mails`. */
export const Mail = z
  .object({
    id: z.string().describe('Names the mail; its Message-ID begins with it.'),
    template: z.string().describe('The text that was sent: a file of `content/emails/` by its name.'),
    locale: z.string().describe('The language it is in.'),
    to: z.string().describe('Where it goes.'),
    userId: z.string().nullable().describe('The user whom it is about; null where nobody is known.'),
    status: Status,
    attempts: z.number().int().describe('How often it was begun to be sent.'),
    error: z
      .string()
      .nullable()
      .describe('What went wrong last, in the words of the mail server; null where nothing did.'),
    queuedAt: z.iso.datetime().describe('When it was put in the queue, in UTC.'),
    nextAttemptAt: z.iso
      .datetime()
      .nullable()
      .describe('When it is sent, or tried again, in UTC; null where it is not.'),
    settledAt: z.iso.datetime().nullable().describe('When it was sent or given up, in UTC; null while it waits.'),
  })
  .openapi('Mail', {
    description: 'A mail that was sent, or is to be.',
    example: {
      id: '019cad74-1400-7c3e-9d1b-5a0e4f6b7c21',
      template: 'request-received',
      locale: 'en',
      to: 'mia@linde.example',
      userId: 'mia',
      status: 'failed',
      attempts: 1,
      error: "Can't send mail - all recipients were rejected: 550 5.1.1 No such mailbox",
      queuedAt: '2026-03-02T08:00:00.000Z',
      nextAttemptAt: null,
      settledAt: '2026-03-02T08:00:01.000Z',
    },
  })
export type Mail = z.infer<typeof Mail>
