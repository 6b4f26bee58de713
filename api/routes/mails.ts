import { createRoute, z } from '@hono/zod-openapi'
import { Mail, MailsQuery } from '../contract/mails.ts'
import { page } from '../contract/pagination.ts'
import { listMails } from '../mail/list.ts'
import { retryMail } from '../mail/retry.ts'
import { needs } from './needs.ts'
import { failures, json, readFailures } from './responses.ts'
import { router } from './router.ts'

const params = z.object({ id: z.string().min(1).max(100).openapi({ description: 'Id of the mail.' }) })
const tags = ['Mails']

/** Mails that Cairn sends. */
export function mailRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/mails',
        ...needs('read', 'listMails'),
        tags,
        summary: 'List mails',
        description: 'What was sent, is to be sent, or was given up, the newest first. Without SMTP_URL nothing is.',
        request: { query: MailsQuery },
        responses: { 200: json(page(Mail), 'A page of mails'), ...readFailures },
      }),
      async (c) => c.json(await listMails(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/mails/{id}/retry',
        ...needs('write', 'retryMail'),
        tags,
        summary: 'Send a mail again that was not sent',
        description: 'One that was given up has all its attempts anew; one that waits for its next attempt has it now.',
        request: { params },
        responses: { 200: json(Mail, 'It waits to be sent'), ...readFailures, ...failures('not_found') },
      }),
      async (c) => c.json(await retryMail(c.var.services, c.req.valid('param').id), 200),
    )
}
