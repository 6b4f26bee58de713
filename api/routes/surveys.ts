import { createRoute, z } from '@hono/zod-openapi'
import { Moment } from '../contract/moment.ts'
import { SurveyResponse, SurveyResponseRequest } from '../contract/survey-responses.ts'
import { SurveyResults } from '../contract/survey-results.ts'
import { actorOf } from '../http/actor.ts'
import { respond } from '../surveys/respond.ts'
import { readSurveyResults } from '../surveys/results.ts'
import { needs } from './needs.ts'
import { failures, json, jsonBody, readFailures, sendFailures } from './responses.ts'
import { router } from './router.ts'

const params = z.object({ id: z.string().openapi({ description: 'Id of the survey.' }) })

/** Answers from the browser, and their statistics for the CS team. */
export function surveyRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/surveys/{id}/responses',
        ...needs('browser', 'respondToSurvey'),
        tags: ['Surveys'],
        summary: 'Store the answers of a submission',
        description: 'The same submission again adds to its answers. Answers with null are taken back.',
        request: { params, body: jsonBody(SurveyResponseRequest) },
        responses: {
          200: json(SurveyResponse, 'The response as it stands'),
          ...sendFailures,
          ...failures('not_found'),
        },
      }),
      async (c) => {
        const given = c.req.valid('json')
        return c.json(await respond(c.var.services, { survey: c.req.valid('param').id, given, actor: actorOf(c) }), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/v1/surveys/{id}/results',
        ...needs('read', 'readSurveyResults'),
        tags: ['Surveys'],
        summary: "Read a survey's results",
        description:
          'What is shown depends on the kind of survey. Without a period, all responses count. A score is given from 30 responses, intervals from the first.',
        request: {
          params,
          query: z.strictObject({
            from: Moment.optional().describe(
              'Start of the period: a day (from its start in UTC), or a time with its zone.',
            ),
            to: Moment.optional().describe(
              'End of the period, not part of it: a day (its start in UTC), or a time with its zone.',
            ),
            segment: z.string().optional().describe('Only responses of accounts that are in this segment now.'),
          }),
        },
        responses: {
          200: json(SurveyResults, 'Statistics with their uncertainty'),
          ...readFailures,
          ...failures('not_found'),
        },
      }),
      async (c) => {
        const { from, to, segment } = c.req.valid('query')
        const filter = {
          from: from === undefined ? null : Date.parse(from),
          to: to === undefined ? null : Date.parse(to),
          segment: segment ?? null,
        }
        return c.json(await readSurveyResults(c.var.services, { survey: c.req.valid('param').id, filter }), 200)
      },
    )
}
