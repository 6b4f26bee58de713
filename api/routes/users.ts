import { createRoute, z } from '@hono/zod-openapi'
import { Erasure } from '../contract/users.ts'
import { eraseUser } from '../users/erase.ts'
import { needs } from './needs.ts'
import { json, readFailures } from './responses.ts'
import { router } from './router.ts'

const params = z.object({ id: z.string().min(1).max(200).openapi({ description: 'Id of the user.' }) })
const tags = ['Users']

/** What is known of people, and how it goes away. */
export function userRoutes() {
  return router().openapi(
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
        202: json(Erasure, 'Facts are left, which are removed within minutes'),
        ...readFailures,
      },
    }),
    async (c) => {
      const erasure = await eraseUser(c.var.services, c.req.valid('param').id)
      return c.json(erasure, erasure.completed ? 200 : 202)
    },
  )
}
