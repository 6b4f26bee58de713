import { createRoute, z } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import { EventsPage, EventsQuery, ExportQuery } from '../contract/events.ts'
import { dayOf } from '../day.ts'
import { exportEvents } from '../events/export.ts'
import { listEvents } from '../events/list.ts'
import { needs } from './needs.ts'
import { json, readFailures } from './responses.ts'
import { router } from './router.ts'

const contentTypes = { jsonl: 'application/jsonl', csv: 'text/csv; charset=utf-8' }
const text = (description: string) => ({ schema: z.string().describe(description) })

/** Facts as stored: in pages, and as a whole. */
export function eventRoutes() {
  const app = router()
  app.use('/v1/events/export', compress({ encoding: 'gzip', contentTypeFilter: (type) => !type.includes('problem') }))
  return app
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/events',
        ...needs('read', 'listEvents'),
        tags: ['Events'],
        summary: 'List facts as stored, newest first',
        description:
          'In the order of arrival, whenever they happened, so that pages stay stable while facts arrive. To follow them, ask with `order=oldest` and go on from the last `nextCursor` for ever: no fact is missed, whichever process took it. Filters can be combined. One of `messageId`, `user`, `anonymous`, `account`, `event` is found by an index, `since`, `until` and the lower bound of `from` by the order of arrival; what else is asked for is compared, with 10,000 facts a page at most.',
        request: { query: EventsQuery.strict() },
        responses: { 200: json(EventsPage, 'A page of facts'), ...readFailures },
      }),
      async (c) => c.json(await listEvents(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/events/export',
        ...needs('read', 'exportEvents'),
        tags: ['Events'],
        summary: 'Export facts as a file',
        description:
          'Every fact that is there when it is asked for, first arrived first, as a stream of any length; compressed where the client accepts gzip. An export that breaks off never ends properly: the connection closes without the last chunk, which clients report as an error. `npm run import` reads both formats.',
        request: { query: ExportQuery.strict() },
        responses: {
          200: {
            description: 'The facts',
            content: {
              'application/jsonl': text('Each line a fact, as in the list.'),
              'text/csv': text(
                'A header, then each row a fact: its fields as columns, objects as JSON, null as an empty cell. A text that a spreadsheet would run as a formula, or that begins with an apostrophe, has an apostrophe before it.',
              ),
            },
          },
          ...readFailures,
        },
      }),
      async (c) => {
        const query = c.req.valid('query')
        const name = `cairn-events-${dayOf(c.var.services.now())}.${query.format}`
        return c.body(await exportEvents(c.var.services, query), 200, {
          'Content-Type': contentTypes[query.format],
          'Content-Disposition': `attachment; filename="${name}"`,
        })
      },
    )
}
