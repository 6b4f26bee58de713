import { createRoute, z } from '@hono/zod-openapi'
import { getAccount } from '../accounts/get.ts'
import { page } from '../contract/pagination.ts'
import { TraitChange, TraitsQuery } from '../contract/users.ts'
import { readTraitHistory } from '../traits/history.ts'
import { getUser } from '../users/get.ts'
import { needs } from './needs.ts'
import { failures, json, readFailures } from './responses.ts'
import { router } from './router.ts'

/** Who has traits, and the verb that throws where there is nobody of an id. */
const owners = [
  {
    owner: 'accounts',
    called: 'account',
    whose: "an account's",
    operationId: 'listAccountTraits',
    tag: 'Accounts',
    find: getAccount,
  },
  { owner: 'users', called: 'user', whose: "a user's", operationId: 'listUserTraits', tag: 'Users', find: getUser },
] as const

/** How the traits of users and accounts came to be what they are. */
export function traitRoutes() {
  const app = router()
  for (const { owner, called, whose, operationId, tag, find } of owners) {
    const params = z.object({
      id: z
        .string()
        .min(1)
        .max(200)
        .openapi({ description: `Id of the ${called}.` }),
    })
    app.openapi(
      createRoute({
        method: 'get',
        path: `/v1/${owner}/{id}/traits`,
        ...needs('read', operationId),
        tags: [tag],
        summary: `List how ${whose} traits changed`,
        description:
          'The latest change first, by when messages happened: what arrives late falls into its place. The latest change of each trait is its value now. A page looks at 1,000 messages at most, so it may hold fewer changes than `limit`, or none: go on while there is a `nextCursor`. What is said again after 1,000 messages that do not name the trait counts as a change.',
        request: { params, query: TraitsQuery.strict() },
        responses: {
          200: json(page(TraitChange), 'A page of changes'),
          ...readFailures,
          ...failures('not_found'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await find(c.var.services, id)
        return c.json(await readTraitHistory(c.var.services, owner, { id, ...c.req.valid('query') }), 200)
      },
    )
  }
  return app
}
