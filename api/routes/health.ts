import { createRoute, z } from '@hono/zod-openapi'
import { Health, ScoreRequest } from '../contract/health.ts'
import { recomputeAll } from '../health/recompute.ts'
import { scoreMeasures } from '../health/score-measures.ts'
import { needs } from './needs.ts'
import { failures, json, jsonBody, sendFailures } from './responses.ts'
import { router } from './router.ts'

const tags = ['Health']

const Recomputed = z.object({ accounts: z.number().int().describe('How many accounts were scored.') })

/** Scores for any measures, and for every account anew. */
export function healthRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/health/score',
        ...needs('read', 'scoreMeasures'),
        tags,
        summary: 'Score given measures',
        description: 'Stores nothing. A measure that is null or left out is missing, which is not zero.',
        request: { body: jsonBody(ScoreRequest) },
        responses: { 200: json(Health, 'The score, explained'), ...sendFailures, ...failures('not_found') },
      }),
      (c) => c.json(scoreMeasures(c.var.services, c.req.valid('json')), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/v1/health/recompute',
        ...needs('write', 'recomputeHealth'),
        tags,
        summary: 'Score every account anew',
        description:
          'It happens by itself, too: soon after a fact of an account arrives, and once a day for all. Answers when every score is stored.',
        responses: {
          200: json(Recomputed, 'All accounts are scored'),
          ...failures('unauthorized', 'forbidden'),
        },
      }),
      async (c) => c.json({ accounts: await recomputeAll(c.var.services) }, 200),
    )
}
