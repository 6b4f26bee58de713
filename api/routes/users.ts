import { createRoute, z } from '@hono/zod-openapi'
import { page } from '../contract/pagination.ts'
import { Erasure, KnownUser, User, UserExportQuery, UsersQuery } from '../contract/users.ts'
import { eraseUser } from '../users/erase.ts'
import { exportUser } from '../users/export.ts'
import { getUser } from '../users/get.ts'
import { listUsers } from '../users/list.ts'
import { needs } from './needs.ts'
import { failures, json, readFailures } from './responses.ts'
import { router } from './router.ts'

const params = z.object({ id: z.string().min(1).max(200).openapi({ description: 'Id of the user.' }) })
const tags = ['Users']
const errors = { ...readFailures, ...failures('not_found') }
const contentTypes = { json: 'application/json', jsonl: 'application/jsonl' }

/** What is known of people, and how it goes away. */
export function userRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/users',
        ...needs('read', 'listUsers'),
        tags,
        summary: 'List users',
        description: 'By id. A user appears with their first message that has a `userId`.',
        request: { query: UsersQuery.strict() },
        responses: { 200: json(page(User), 'A page of users'), ...readFailures },
      }),
      async (c) => c.json(await listUsers(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/users/{id}',
        ...needs('read', 'readUser'),
        tags,
        summary: 'Read a user',
        description: 'Traits with when each was set, the account, and the visitors whom they turned out to be.',
        request: { params },
        responses: { 200: json(KnownUser, 'The user'), ...errors },
      }),
      async (c) => c.json(await getUser(c.var.services, c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/users/{id}/export',
        ...needs('read', 'exportUser'),
        tags,
        summary: 'Export everything that is held about a user',
        description:
          'For a request of the person themselves: who they are, the history of their traits, what they and the visitors whom they were did, answered and were shown, and messages about them that were refused. Streams, however much it is. Of somebody who is no user, but of whom something is held, such as a message that was refused, `user` is null; where nothing is held, the answer is 404. An export that breaks off never ends properly: the connection closes without the last chunk.',
        request: { params, query: UserExportQuery.strict() },
        responses: {
          200: {
            description: 'Everything about the user',
            content: {
              'application/json': {
                schema: z
                  .record(z.string(), z.unknown())
                  .describe(
                    'An object with `userId`, `exportedAt`, `user`, and the lists `traits`, `events`, `surveyResponses`, `impressions` and `rejectedMessages`.',
                  ),
              },
              'application/jsonl': {
                schema: z
                  .string()
                  .describe('Each line an object: its `kind` names the list, `data` is an entry of it.'),
              },
            },
          },
          ...errors,
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const query = c.req.valid('query')
        const file = c.body(await exportUser(c.var.services, id, query), 200, {
          'Content-Type': contentTypes[query.format],
          'Content-Disposition': `attachment; filename="user.${query.format}"`,
        })
        // A stream, which the type of a JSON answer does not provide for.
        return file as never
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/v1/users/{id}',
        ...needs('admin', 'eraseUser'),
        tags,
        summary: 'Erase a user',
        description:
          'Removes everything that is known of a user and of the visitors whom they turned out to be, and takes it out of all counts. What arrives late from before is refused for good; what they do from now on is a new beginning. Counts of a user who is not known are 0: messages that wait on a device of theirs are refused all the same.',
        request: { params },
        responses: {
          200: json(Erasure, 'Everything is removed'),
          202: json(Erasure, 'Facts are left, or it is not yet found out who was first: a job ends it within minutes'),
          ...readFailures,
        },
      }),
      async (c) => {
        const erasure = await eraseUser(c.var.services, c.req.valid('param').id)
        return c.json(erasure, erasure.completed ? 200 : 202)
      },
    )
}
