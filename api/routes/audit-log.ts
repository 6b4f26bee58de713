import { createRoute } from '@hono/zod-openapi'
import { listActs } from '../audit/list.ts'
import { Act, AuditLogQuery } from '../contract/audit-log.ts'
import { page } from '../contract/pagination.ts'
import { needs } from './needs.ts'
import { json, readFailures } from './responses.ts'
import { router } from './router.ts'

/** What was done with secret keys and in the console. */
export function auditLogRoutes() {
  return router().openapi(
    createRoute({
      method: 'get',
      path: '/v1/audit-log',
      ...needs('admin', 'listActs'),
      tags: ['Keys'],
      summary: 'List what was done with secret keys and in the console',
      description:
        'Newest first, as long as AUDIT_DAYS says. Messages that were sent are no acts: they are facts. Changes are in the list when they are answered, what was read is a second later.',
      request: { query: AuditLogQuery.strict() },
      responses: { 200: json(page(Act), 'A page of acts'), ...readFailures },
    }),
    async (c) => c.json(await listActs(c.var.services, c.req.valid('query')), 200),
  )
}
