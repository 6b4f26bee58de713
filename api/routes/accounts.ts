import { createRoute, z } from '@hono/zod-openapi'
import { getAccount } from '../accounts/get.ts'
import { listAccounts } from '../accounts/list.ts'
import { readTimeline } from '../accounts/timeline.ts'
import { Account, AccountsQuery, TimelineEntry } from '../contract/accounts.ts'
import { Health, HealthPoint } from '../contract/health.ts'
import { Onboarding } from '../contract/onboarding.ts'
import { page, PageQuery } from '../contract/pagination.ts'
import { readHealthHistory } from '../health/history.ts'
import { readHealth } from '../health/read.ts'
import { readOnboarding } from '../onboarding/read.ts'
import { needs } from './needs.ts'
import { failures, json, readFailures } from './responses.ts'
import { router } from './router.ts'

const params = z.object({ id: z.string().min(1).max(200).openapi({ description: 'Id of the account.' }) })
const tags = ['Accounts']
const errors = { ...readFailures, ...failures('not_found') }

/** What the CS team reads about accounts. */
export function accountRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/accounts',
        ...needs('read', 'listAccounts'),
        tags,
        summary: 'List accounts',
        description: 'An account appears with its first message. Filters can be combined.',
        request: { query: AccountsQuery.strict() },
        responses: { 200: json(page(Account), 'A page of accounts'), ...readFailures },
      }),
      async (c) => c.json(await listAccounts(c.var.services, c.req.valid('query')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/accounts/{id}',
        ...needs('read', 'readAccount'),
        tags,
        summary: 'Read an account',
        description: 'Traits change with each `group` message, score and band with each recompute.',
        request: { params },
        responses: { 200: json(Account, 'The account'), ...errors },
      }),
      async (c) => c.json(await getAccount(c.var.services, c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/accounts/{id}/health',
        ...needs('read', 'readHealth'),
        tags,
        summary: "Read an account's health score, explained",
        description: "Made from the account's facts when it is asked for, so it can be newer than the score in lists.",
        request: {
          params,
          query: z.strictObject({
            scorecard: z
              .string()
              .optional()
              .describe("Id of the scorecard to use; that of the account's segment, or the default one, if left out."),
          }),
        },
        responses: { 200: json(Health, 'The score as the facts stand now'), ...errors },
      }),
      async (c) => {
        const { scorecard } = c.req.valid('query')
        return c.json(await readHealth(c.var.services, { account: c.req.valid('param').id, scorecard }), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/accounts/{id}/health/history',
        ...needs('read', 'listHealthHistory'),
        tags,
        summary: "List an account's scores by day",
        description: 'Each recompute stores the score; of a day, the last one stays.',
        request: { params, query: PageQuery.strict() },
        responses: { 200: json(page(HealthPoint), 'The last score of each day, newest first'), ...errors },
      }),
      async (c) =>
        c.json(
          await readHealthHistory(c.var.services, { account: c.req.valid('param').id, ...c.req.valid('query') }),
          200,
        ),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/accounts/{id}/onboarding',
        ...needs('read', 'readOnboarding'),
        tags,
        summary: "Read an account's onboarding progress",
        description:
          'An account is enrolled once, by the first `group` message that gives it a segment which programs name. Progress is derived from its events.',
        request: { params },
        responses: { 200: json(Onboarding, 'The enrolments of the account'), ...errors },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await getAccount(c.var.services, id, c.var.services.database)
        return c.json({ data: await readOnboarding(c.var.services, id), nextCursor: null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/accounts/{id}/timeline',
        ...needs('read', 'listTimeline'),
        tags,
        summary: 'List what happened with an account',
        description:
          'Tracked events and answers to surveys, by arrival. Page views and traits are in the list of facts.',
        request: { params, query: PageQuery.strict() },
        responses: { 200: json(page(TimelineEntry), 'Facts and answers, newest first'), ...errors },
      }),
      async (c) =>
        c.json(await readTimeline(c.var.services, { account: c.req.valid('param').id, ...c.req.valid('query') }), 200),
    )
}
