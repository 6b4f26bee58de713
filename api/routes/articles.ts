import { createRoute } from '@hono/zod-openapi'
import { countVisit } from '../articles/count-visit.ts'
import { giveFeedback } from '../articles/give-feedback.ts'
import { readArticleInsights } from '../articles/insights.ts'
import { readPopularArticles } from '../articles/popular.ts'
import {
  ArticleContactRequest,
  ArticleInsight,
  ArticleViewRequest,
  FeedbackRequest,
  PopularArticles,
  PopularQuery,
  Stored,
} from '../contract/articles.ts'
import { page, PageQuery } from '../contract/pagination.ts'
import { needs } from './needs.ts'
import { json, jsonBody, readFailures, sendFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Articles']

/** What readers say about articles, and what the CS team learns from it. */
export function articleRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/feedback',
        ...needs('browser', 'giveFeedback', { orOwnPage: true }),
        tags,
        summary: 'Say whether an article helped',
        description:
          'Only the vote is needed. A reason or comment can follow: with the same `id` it is added to the vote.',
        request: { body: jsonBody(FeedbackRequest) },
        responses: { 200: json(Stored, 'It is on disk'), ...sendFailures },
      }),
      async (c) => c.json(await giveFeedback(c.var.services, c.req.valid('json')), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/article-views',
        ...needs('browser', 'countArticleView', { orOwnPage: true }),
        tags,
        summary: 'Count a view of an article',
        description: 'Only the day is kept, and nothing about the reader.',
        request: { body: jsonBody(ArticleViewRequest) },
        responses: { 204: { description: 'It is counted' }, ...sendFailures },
      }),
      async (c) => {
        await countVisit(c.var.services, c.req.valid('json'))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/article-contacts',
        ...needs('browser', 'countArticleContact', { orOwnPage: true }),
        tags,
        summary: 'Count that somebody left an article to contact support',
        description: 'Only the day is kept, and nothing about the reader.',
        request: { body: jsonBody(ArticleContactRequest) },
        responses: { 204: { description: 'It is counted' }, ...sendFailures },
      }),
      async (c) => {
        await countVisit(c.var.services, { ...c.req.valid('json'), what: 'contacted' })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/articles/popular',
        ...needs('browser', 'listPopularArticles', { orOwnPage: true, isAudited: false }),
        tags,
        summary: 'List the articles that are opened most',
        description:
          'In one language and the last 30 days, of those that were opened five times or more. At most ten minutes old.',
        request: { query: PopularQuery.strict() },
        responses: { 200: json(PopularArticles, 'The articles'), ...sendFailures },
      }),
      async (c) => {
        const articles = await readPopularArticles(c.var.services, c.req.valid('query').locale)
        c.header('Cache-Control', 'private, max-age=600')
        return c.json({ articles }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/articles/insights',
        ...needs('read', 'readArticleInsights'),
        tags,
        summary: 'Read how articles do',
        description:
          'Views, who left for support, votes, reasons and the latest comments of each article in each language, since the beginning.',
        request: { query: PageQuery.strict() },
        responses: {
          200: json(page(ArticleInsight), 'A page of articles, those with the most "No" first'),
          ...readFailures,
        },
      }),
      async (c) => c.json(await readArticleInsights(c.var.services, c.req.valid('query')), 200),
    )
}
