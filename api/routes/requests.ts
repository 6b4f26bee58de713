import { createRoute, z } from '@hono/zod-openapi'
import { page } from '../contract/pagination.ts'
import {
  OpenedRequest,
  OpenRequest,
  RequestsQuery,
  SettleRequest,
  SupportRequest,
  SupportTimes,
  SupportTimesRequest,
} from '../contract/requests.ts'
import { actorOf } from '../http/actor.ts'
import { limitForms } from '../http/limit-requests.ts'
import { listRequests } from '../requests/list.ts'
import { openRequest } from '../requests/open.ts'
import { removeRequest, settleRequest } from '../requests/settle.ts'
import { readSupportTimes } from '../requests/times.ts'
import { needs } from './needs.ts'
import { failures, json, jsonBody, readFailures, sendFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Requests']
const params = z.object({ id: z.string().min(1).max(100).openapi({ description: 'Id of the request.' }) })
const changeFailures = { ...sendFailures, ...failures('not_found') }

/** What people ask the support team, and what became of it. */
export function requestRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/requests',
        ...needs('browser', 'openRequest', { orOwnPage: true }),
        tags,
        summary: 'Open a request to the support team',
        description:
          'Its deadlines are those of the plan of its sender, who is known by proof or by their e-mail address. From one network five are taken at once, then one a minute.',
        request: { body: jsonBody(OpenRequest) },
        responses: { 200: json(OpenedRequest, 'It is on disk'), ...sendFailures },
      }),
      async (c) => {
        limitForms(c)
        return c.json(await openRequest(c.var.services, { given: c.req.valid('json'), actor: actorOf(c) }), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/requests/times',
        ...needs('browser', 'readSupportTimes', { orOwnPage: true }),
        tags,
        summary: 'Read how soon requests are answered and solved',
        description: 'By the plan of a user whose identity is proven; else what everybody is promised.',
        request: { body: jsonBody(SupportTimesRequest) },
        responses: { 200: json(SupportTimes, 'The times by severity'), ...sendFailures },
      }),
      async (c) =>
        c.json(await readSupportTimes(c.var.services, { given: c.req.valid('json'), actor: actorOf(c) }), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/requests',
        ...needs('read', 'listRequests'),
        tags,
        summary: 'List requests',
        description: 'What is not closed, by the deadline that comes next; or what is closed, the latest first.',
        request: { query: RequestsQuery },
        responses: { 200: json(page(SupportRequest), 'A page of requests'), ...readFailures },
      }),
      async (c) => c.json(await listRequests(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/v1/requests/{id}',
        ...needs('write', 'settleRequest'),
        tags,
        summary: 'Note that a request was answered or closed',
        description:
          'Once more changes nothing. What is closed stays closed, and what is closed at once counts as answered.',
        request: { params, body: jsonBody(SettleRequest) },
        responses: { 200: json(SupportRequest, 'The request as it stands'), ...changeFailures },
      }),
      async (c) =>
        c.json(await settleRequest(c.var.services, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/v1/requests/{id}',
        ...needs('admin', 'removeRequest'),
        tags,
        summary: 'Remove a request for good',
        description: 'For whoever is no user and wants to be forgotten; those of a user go with the user.',
        request: { params },
        responses: { 204: { description: 'It is gone' }, ...readFailures, ...failures('not_found') },
      }),
      async (c) => {
        await removeRequest(c.var.services, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
}
