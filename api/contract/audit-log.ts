import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

/** A row of `GET /v1/audit-log`. */
export const Act = z
  .object({
    id: z.string().describe('Id of the act.'),
    at: z.iso.datetime().describe('When it was answered, in UTC.'),
    actor: z
      .string()
      .describe(
        'Id of the secret key; for the console `session:` and the id of the key that opened it; `nobody` for a failed attempt to sign in.',
      ),
    action: z.string().describe('What was done: the `operationId` of the route.'),
    target: z
      .string()
      .describe(
        'The path it was done to, without query. In place of the id of a user stands the SHA-256 of `user:` and the id, in hex.',
      ),
    status: z.number().int().describe('HTTP status of the answer: under 400 where it was done.'),
    requestId: z.string().describe('Id of the request, as in `X-Request-Id` and in the log of the server.'),
    count: z
      .number()
      .int()
      .describe(
        'How often it was done: 1, but for failed attempts to sign in. Those of ten minutes are one act, that of the first.',
      ),
  })
  .openapi('Act', {
    description: 'Something that was done, or tried, with a secret key or in the console.',
    example: {
      id: '019cad74-1400-7c3e-9d1b-5a0e4f6b7c21',
      at: '2026-03-02T08:00:00.000Z',
      actor: 'session:secret',
      action: 'revokeKey',
      target: '/v1/keys/019cad74-0c1f-7d02-8a11-93d2f0b6c555',
      status: 204,
      requestId: '019cad74-13f2-7b1a-8f6e-2c4d9e0b1a77',
      count: 1,
    },
  })
export type Act = z.infer<typeof Act>

/** Query of `GET /v1/audit-log`. */
export const AuditLogQuery = PageQuery.extend({
  actor: z.string().max(200).optional().describe('Only acts of exactly this actor.'),
  action: z
    .string()
    .max(500)
    .optional()
    .describe('Only this action, such as `revokeKey`, or these: `createKey,revokeKey`.'),
})
