import { createRoute } from '@hono/zod-openapi'
import { Stored } from '../contract/articles.ts'
import { page } from '../contract/pagination.ts'
import { SearchInsight, SearchInsightsQuery, SearchRequest } from '../contract/searches.ts'
import { readSearchInsights } from '../searches/insights.ts'
import { reportSearch } from '../searches/report.ts'
import { needs } from './needs.ts'
import { json, jsonBody, readFailures, sendFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Searches']

/** What people look for in the help center, and what the CS team learns from it. */
export function searchRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/searches',
        ...needs('browser', 'reportSearch', { orOwnPage: true }),
        tags,
        summary: 'Report a search in the help center',
        description:
          'Nothing about the person is stored. A click can follow: with the same `id` it is added to the search.',
        request: { body: jsonBody(SearchRequest) },
        responses: { 200: json(Stored, 'It is on disk'), ...sendFailures },
      }),
      async (c) => c.json(await reportSearch(c.var.services, c.req.valid('json')), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/searches/insights',
        ...needs('read', 'readSearchInsights'),
        tags,
        summary: 'Read what people look for',
        description: 'Searches of a period, those that are alike counted together, in each language by itself.',
        request: { query: SearchInsightsQuery },
        responses: { 200: json(page(SearchInsight), 'A page of searches, the most frequent first'), ...readFailures },
      }),
      async (c) => c.json(await readSearchInsights(c.var.services, c.req.valid('query')), 200),
    )
}
