import { z } from '@hono/zod-openapi'
import { ArticleLocale } from './articles.ts'
import { mailStatuses } from './mails.ts'
import { PageQuery } from './pagination.ts'
import { Subject } from './subject.ts'

const Severity = z
  .enum(['P0', 'P1', 'P2', 'P3'])
  .describe('How serious it is: `P0` (nothing works) to `P3` (a question).')
const time = (what: string) => z.iso.datetime().describe(`${what}, in UTC.`)

/** Body of `POST /v1/requests`. */
export const OpenRequest = Subject.extend({
  id: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Made by the page, so that sending again opens no second request. The server makes one if left out.'),
  subject: z.string().trim().min(1, 'Say in a few words what it is about.').max(200).describe('What it is about.'),
  message: z.string().trim().min(1, 'Write what happened.').max(10_000).describe('What happened.'),
  email: z
    .email('Use an e-mail address such as name@example.com.')
    .max(200)
    .describe('Where the answer is sent. A customer is also recognised by it, which nobody is told.'),
  severity: Severity.default('P3'),
  locale: ArticleLocale,
  timeZone: z
    .string()
    .max(100)
    .optional()
    .describe(
      'Time zone of the sender such as `Europe/Zurich`, for times in the mail to them; UTC where it is not known.',
    ),
  website: z.string().max(500).optional().describe('Left empty by people: what fills it in is not stored.'),
}).openapi('OpenRequest', { description: 'A request to the support team.' })
export type OpenRequest = z.input<typeof OpenRequest>

/** Answer of `POST /v1/requests`. */
export const OpenedRequest = z
  .object({
    id: z.string().describe('Names the request.'),
    reference: z.string().describe('What it is called in mails and by the team: short enough to be read out.'),
    respondBy: time('When a person answers at the latest'),
    resolveBy: time('When it is solved at the latest'),
  })
  .openapi('OpenedRequest', {
    description:
      'The request is on disk. The times are those of the plan where the user is verified; else those that everybody has, also where more is promised to whoever has this e-mail address.',
  })
export type OpenedRequest = z.infer<typeof OpenedRequest>

/** Body of `POST /v1/requests/times`. */
export const SupportTimesRequest = Subject.extend({ locale: ArticleLocale }).openapi('SupportTimesRequest', {
  description: 'Whose times are asked for, and in which language the severities are named.',
})

/** Answer of `POST /v1/requests/times`. */
export const SupportTimes = z
  .object({
    tier: z.string().nullable().describe('The tier of the plan of a verified user; null where nobody is verified.'),
    email: z.string().nullable().describe('The e-mail address of a verified user; null where none is known.'),
    times: z
      .array(
        z.object({
          severity: Severity,
          title: z.string().describe('What it means, as people choose it.'),
          example: z.string().nullable().describe('An example of it; null where there is none.'),
          firstResponse: z.string().describe('Until a person answers, in minutes, hours or days such as `4h`.'),
          resolution: z.string().describe('Until it is solved, such as `7d`.'),
        }),
      )
      .describe('What is promised, by severity; without a verified user what everybody is promised.'),
  })
  .openapi('SupportTimes', {
    description: 'How soon the support team answers and solves, and what is known of who asks.',
  })
export type SupportTimes = z.infer<typeof SupportTimes>

/** Where a request stands. */
export const requestStatuses = ['open', 'answered', 'closed'] as const

/** Query of `GET /v1/requests`. */
export const RequestsQuery = PageQuery.extend({
  status: z
    .enum(requestStatuses)
    .optional()
    .describe('Only those: `open` waits for an answer, `answered` for a solution. Else all that are not closed.'),
  severity: Severity.optional(),
  account: z.string().max(200).optional().describe('Only those of this account.'),
  overdue: z.enum(['true', 'false']).optional().describe('`true`: only those whose next deadline has passed.'),
}).strict()

/** A row of `GET /v1/requests`. */
export const SupportRequest = z
  .object({
    id: z.string().describe('Names the request.'),
    reference: z.string().describe('What it is called in mails, such as `7K3M-9QXT`: made from its id.'),
    status: z.enum(requestStatuses).describe('`open` waits for an answer, `answered` for a solution.'),
    subject: z.string().describe('What it is about.'),
    message: z.string().describe('What happened, as written.'),
    email: z.string().describe('Where the answer is sent.'),
    locale: z.string().describe('The language it was written in, such as `en` or `fr`.'),
    severity: Severity,
    tier: z.string().describe('The tier that its times are from.'),
    accountId: z.string().nullable().describe('The account it belongs to; null where the sender is not known.'),
    accountName: z.string().nullable().describe('The name of that account.'),
    userId: z.string().nullable().describe('The user who sent it; null where the sender is not known.'),
    identity: z
      .enum(['verified', 'claimed', 'email', 'unknown'])
      .describe(
        'How the sender is known: by proof, by a page on a server that verifies nobody, by the e-mail address alone, or not at all.',
      ),
    acknowledgement: z
      .object({
        status: z.enum(mailStatuses).describe('`queued` waits to be sent, `failed` was given up.'),
        error: z.string().nullable().describe('What went wrong last; null where nothing did.'),
      })
      .nullable()
      .describe('The mail that says that it has come; null where none was made, as without SMTP_URL.'),
    openedAt: time('When it was sent'),
    respondBy: time('When it is to be answered'),
    resolveBy: time('When it is to be solved'),
    answeredAt: time('When it was answered').nullable(),
    closedAt: time('When it was closed').nullable(),
    dueAt: time('The deadline that comes next').nullable(),
    overdue: z.boolean().describe('Whether that deadline has passed.'),
  })
  .openapi('SupportRequest', { description: 'A request to the support team, with its deadlines.' })
export type SupportRequest = z.infer<typeof SupportRequest>

/** Body of `PATCH /v1/requests/{id}`. */
export const SettleRequest = z
  .object({ status: z.enum(['answered', 'closed']).describe('What has been done. What is closed stays closed.') })
  .strict()
  .openapi('SettleRequest', { description: 'What was done with a request.' })
export type SettleRequest = z.infer<typeof SettleRequest>
