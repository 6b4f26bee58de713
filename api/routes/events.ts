import { createRoute } from '@hono/zod-openapi'
import { EventsQuery, StoredEvent } from '../contract/events.ts'
import { page } from '../contract/pagination.ts'
import { listEvents } from '../events/list.ts'
import { needs } from './needs.ts'
import { json, readFailures } from './responses.ts'
import { router } from './router.ts'

/** Facts as stored. */
export function eventRoutes() {
  return router().openapi(
    createRoute({
      method: 'get',
      path: '/v1/events',
      ...needs('read', 'listEvents'),
      tags: ['Events'],
      summary: 'List facts as stored, newest first',
      description:
        'Newest by arrival, whenever they happened, so that pages stay stable while facts arrive. Filters can be combined.',
      request: { query: EventsQuery },
      responses: { 200: json(page(StoredEvent), 'A page of facts'), ...readFailures },
    }),
    async (c) => c.json(await listEvents(c.var.services, c.req.valid('query')), 200),
  )
}
