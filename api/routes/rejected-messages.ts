import { createRoute, z } from '@hono/zod-openapi'
import { page } from '../contract/pagination.ts'
import {
  RejectedFilter,
  RejectedMessage,
  RejectedQuery,
  RejectedRemoved,
  RejectedSummary,
  ReplayRequest,
  ReplayResult,
} from '../contract/rejected-messages.ts'
import { listRejected, readRejected, summariseRejected } from '../rejected-messages/list.ts'
import { removeRejected, removeRejection } from '../rejected-messages/remove.ts'
import { replayRejected } from '../rejected-messages/replay.ts'
import { needs } from './needs.ts'
import { failures, json, jsonBody, readFailures, sendFailures } from './responses.ts'
import { router } from './router.ts'

const params = z.object({ id: z.string().min(1).max(100).openapi({ description: 'Id of the rejected message.' }) })
const tags = ['Rejected messages']

/** Messages that were refused: what to fix, and sending them again once it is. */
export function rejectedMessageRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/rejected-messages',
        ...needs('read', 'listRejectedMessages'),
        tags,
        summary: 'List messages that were refused',
        description:
          'Newest first, as long as REJECTED_DAYS says, and the newest 100,000 at the most. Of messages about somebody who was erased nothing but the reason is kept.',
        request: { query: RejectedQuery.strict() },
        responses: { 200: json(page(RejectedMessage), 'A page of rejected messages'), ...readFailures },
      }),
      async (c) => c.json(await listRejected(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/rejected-messages/summary',
        ...needs('read', 'summariseRejectedMessages'),
        tags,
        summary: 'Count the messages that were refused by what is wrong with them',
        description: 'The most frequent first: what to fix next.',
        responses: { 200: json(page(RejectedSummary), 'The reasons, with how often each came up'), ...readFailures },
      }),
      async (c) => c.json(await summariseRejected(c.var.services), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/rejected-messages/{id}',
        ...needs('read', 'readRejectedMessage'),
        tags,
        summary: 'Read a message that was refused',
        description: 'As it is kept now: sent again and refused anew, it has the new reason.',
        request: { params },
        responses: { 200: json(RejectedMessage, 'The message'), ...readFailures, ...failures('not_found') },
      }),
      async (c) => c.json(await readRejected(c.var.services, c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/rejected-messages/replay',
        ...needs('write', 'replayRejectedMessages'),
        tags,
        summary: 'Send rejected messages again',
        description:
          'By ids, or a page of those that filters find, oldest first. Each counts as of when it first arrived. What is taken leaves the list; what is refused again stays with the new reason. Doing it twice does no harm. Messages that are `unverified` are sent again only by ids or that reason: you then vouch for whom they are about.',
        request: { body: jsonBody(ReplayRequest.strict()) },
        responses: { 200: json(ReplayResult, 'What became of the messages'), ...sendFailures },
      }),
      async (c) => c.json(await replayRejected(c.var.services, c.req.valid('json')), 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/v1/rejected-messages',
        ...needs('write', 'removeRejectedMessages'),
        tags,
        summary: 'Remove rejected messages',
        description: 'Those that the filters find; at least one is needed.',
        request: { query: RejectedFilter.strict() },
        responses: { 200: json(RejectedRemoved, 'They are removed'), ...readFailures },
      }),
      async (c) => c.json({ removed: await removeRejected(c.var.services, c.req.valid('query')) }, 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/v1/rejected-messages/{id}',
        ...needs('write', 'removeRejectedMessage'),
        tags,
        summary: 'Remove a rejected message',
        description: 'Nothing is left of it.',
        request: { params },
        responses: { 204: { description: 'It is removed' }, ...readFailures, ...failures('not_found') },
      }),
      async (c) => {
        await removeRejection(c.var.services, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
}
