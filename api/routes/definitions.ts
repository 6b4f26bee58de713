import { createRoute, z } from '@hono/zod-openapi'
import { ProgramView, ScorecardView, SurveyView } from '../contract/definitions.ts'
import { page } from '../contract/pagination.ts'
import { viewProgram, viewScorecard, viewSurvey } from '../definitions/view.ts'
import { needs } from './needs.ts'
import { failures, json, readFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Definitions']
const query = z.strictObject({
  locale: z
    .string()
    .max(20)
    .default('en')
    .describe('Language of the texts, such as `fr`; what is not translated comes in English.'),
})
const whole = <Row>(data: Row[]) => ({ data, nextCursor: null })

/** The definitions as served. There are few, so a list is one page. */
export function definitionRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/programs',
        ...needs('read', 'listPrograms'),
        tags,
        summary: 'List programs',
        description: 'The onboarding programs as their files define them, all on one page.',
        request: { query },
        responses: { 200: json(page(ProgramView), 'All programs'), ...readFailures },
      }),
      (c) => {
        const { locale } = c.req.valid('query')
        const { definitions, settings } = c.var.services
        const help = { articles: definitions.articles, url: settings.publicUrl }
        return c.json(whole(definitions.programs.map((program) => viewProgram(program, locale, help))), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/surveys',
        ...needs('read', 'listSurveys'),
        tags,
        summary: 'List surveys',
        description: 'The surveys as their files define them, all on one page.',
        request: { query },
        responses: { 200: json(page(SurveyView), 'All surveys'), ...readFailures },
      }),
      (c) => {
        const { locale } = c.req.valid('query')
        return c.json(whole(c.var.services.definitions.surveys.map((survey) => viewSurvey(survey, locale))), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/scorecards',
        ...needs('read', 'listScorecards'),
        tags,
        summary: 'List scorecards',
        description: 'The scorecards as their files define them, all on one page.',
        responses: { 200: json(page(ScorecardView), 'All scorecards'), ...failures('unauthorized', 'forbidden') },
      }),
      (c) => c.json(whole(c.var.services.definitions.scorecards.map(viewScorecard)), 200),
    )
}
