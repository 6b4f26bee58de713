import { createRoute, z } from '@hono/zod-openapi'
import { CreateKeyRequest, Key, NewKey, RotateKeyRequest, UpdateKeyRequest } from '../contract/keys.ts'
import { page, PageQuery } from '../contract/pagination.ts'
import { createKey } from '../keys/create.ts'
import { findAnyKey } from '../keys/change-key.ts'
import { listKeys } from '../keys/list.ts'
import { revokeKey } from '../keys/revoke.ts'
import { rotateKey } from '../keys/rotate.ts'
import { updateKey } from '../keys/update.ts'
import { viewKey } from '../keys/view-key.ts'
import { needs } from './needs.ts'
import { failures, json, jsonBody, readFailures, sendFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Keys']
const params = z.object({ id: z.string().min(1).max(200).openapi({ description: 'Id of the key.' }) })
const errors = { ...sendFailures, ...failures('not_found') }

/** Keys of this server. A change counts here at once, and in other processes on the same database within 3 seconds. */
export function keyRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/keys',
        ...needs('admin', 'listKeys'),
        tags,
        summary: 'List keys',
        description: 'Those of the environment or the key files first, then the newest. Revoked ones stay in the list.',
        request: { query: PageQuery.strict() },
        responses: { 200: json(page(Key), 'A page of keys'), ...readFailures },
      }),
      async (c) => c.json(await listKeys(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/keys',
        ...needs('admin', 'createKey'),
        tags,
        summary: 'Make a key',
        description: 'Store the value of a secret key at once: it is in this answer and nowhere else.',
        request: { body: jsonBody(CreateKeyRequest.strict()) },
        responses: { 200: json(NewKey, 'The key with its value'), ...sendFailures },
      }),
      async (c) => c.json(await createKey(c.var.services, c.req.valid('json')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/keys/{id}',
        ...needs('admin', 'readKey'),
        tags,
        summary: 'Read a key',
        description: 'Revoked ones too.',
        request: { params },
        responses: { 200: json(Key, 'The key'), ...readFailures, ...failures('not_found') },
      }),
      async (c) => {
        const { services } = c.var
        return c.json(viewKey(services, await findAnyKey(services, c.req.valid('param').id)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/keys/{id}/rotate',
        ...needs('admin', 'rotateKey'),
        tags,
        summary: 'Give a key a new value',
        description:
          'The old value works on for a while, so that whatever uses it can be changed in peace. At most two values of a key work at a time. Expiry stays.',
        request: { params, body: jsonBody(RotateKeyRequest.strict()) },
        responses: { 200: json(NewKey, 'The key with its new value'), ...errors },
      }),
      async (c) => c.json(await rotateKey(c.var.services, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/v1/keys/{id}',
        ...needs('admin', 'updateKey'),
        tags,
        summary: 'Rename a key, or change what it may do',
        description:
          'Holds here at once, and within 3 seconds in every other process that shares the database. Built-in keys cannot be changed.',
        request: { params, body: jsonBody(UpdateKeyRequest.strict()) },
        responses: { 200: json(Key, 'The key as it is now'), ...errors },
      }),
      async (c) =>
        c.json(await updateKey(c.var.services, { ...c.req.valid('param'), change: c.req.valid('json') }), 200),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/v1/keys/{id}',
        ...needs('admin', 'revokeKey'),
        tags,
        summary: 'Revoke a key',
        description:
          'For good, here at once and within 3 seconds in every other process that shares the database. Console sessions that were opened with it end. Built-in keys are changed where they are: in the environment or the key files.',
        request: { params },
        responses: {
          204: { description: 'It is revoked' },
          ...failures('unauthorized', 'forbidden', 'invalid', 'not_found'),
        },
      }),
      async (c) => {
        await revokeKey(c.var.services, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
}
