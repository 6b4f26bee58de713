import { z } from '@hono/zod-openapi'

/** A measure's value: a number, a level or a boolean; null where it is missing. */
export const MeasureValue = z.union([z.number(), z.string(), z.boolean(), z.null()])
export type MeasureValue = z.infer<typeof MeasureValue>

const ScoredMeasure = z.object({
  name: z.string().describe('Name of the measure.'),
  title: z.string().describe('Name as people read it.'),
  type: z
    .enum(['count', 'ratio', 'growth', 'number', 'boolean', 'level'])
    .describe('What kind of value it is: a `ratio` of 1 is all, a `growth` of 0.1 a tenth more, a `level` a word.'),
  value: MeasureValue.describe('What was measured; null where it is missing, which is not zero.'),
  score: z.number().nullable().describe('Points earned; null where the measure is missing.'),
  max: z.number().describe('The most points that it can earn.'),
  status: z.enum(['known', 'missing']).describe('Whether there is a value.'),
  problem: z.string().optional().describe('Why a stored value was not taken, such as a level that does not exist.'),
})

const ScoredComponent = z.object({
  name: z.string().describe('Name of the component within its scorecard.'),
  title: z.string().describe('Name as people read it.'),
  score: z
    .number()
    .nullable()
    .describe('Points of the component, what is missing counted like what is known; null where nothing is known.'),
  min: z.number().describe('The fewest points that it can earn.'),
  max: z.number().describe('The most points that it can earn.'),
  measures: z.array(ScoredMeasure).describe('What its points were earned with.'),
})

/** Answer of `GET /v1/accounts/{id}/health` and `POST /v1/health/score`. */
export const Health = z
  .object({
    scorecard: z.string().describe('Id of the scorecard that was used.'),
    score: z.number().int().nullable().describe('0 to 100; null where too little is known.'),
    band: z.string().nullable().describe('Name of the band that the score is in; null without a score.'),
    coverage: z.number().describe('Share of the attainable points that is known, 0 to 1.'),
    trend: z
      .enum(['up', 'stable', 'down'])
      .nullable()
      .describe('More than 5 points up or down against the last score of an earlier day; null without one.'),
    components: z.array(ScoredComponent).describe('What the score is made of, in the order of the scorecard.'),
    riskFactors: z.array(z.string()).describe('What pulls the score down, worst first, as sentences.'),
    opportunities: z.array(z.string()).describe('What would raise it most, as sentences.'),
  })
  .openapi('Health', {
    description: 'A score with everything it was made from.',
    example: {
      scorecard: 'basics',
      score: 58,
      band: 'At Risk',
      coverage: 0.9,
      trend: 'stable',
      components: [
        {
          name: 'usage',
          title: 'Usage',
          score: 50,
          min: 0,
          max: 60,
          measures: [
            {
              name: 'logins_monthly',
              title: 'Sign-ins',
              type: 'count',
              value: 12,
              score: 30,
              max: 40,
              status: 'known',
            },
            {
              name: 'features_used',
              title: 'Features used',
              type: 'count',
              value: 6,
              score: 20,
              max: 20,
              status: 'known',
            },
          ],
        },
        {
          name: 'financial',
          title: 'Financial',
          score: 8,
          min: 0,
          max: 40,
          measures: [
            {
              name: 'payment_status',
              title: 'Payments',
              type: 'level',
              value: 'past_due',
              score: 6,
              max: 30,
              status: 'known',
            },
            { name: 'plan_fit', title: 'Plan', type: 'level', value: null, score: null, max: 10, status: 'missing' },
          ],
        },
      ],
      riskFactors: ['Payments: past due (6 of 30 points)'],
      opportunities: [
        'Payments: current would earn 24 points more',
        'Sign-ins: more than 20 would earn 10 points more',
      ],
    },
  })
export type Health = z.infer<typeof Health>

/** Body of `POST /v1/health/score`. */
export const ScoreRequest = z
  .object({
    scorecard: z.string().describe('Id of the scorecard to use.'),
    measures: z
      .record(z.string(), MeasureValue)
      .describe('Values by the name of the measure, in the unit that the catalogue of measures gives it.'),
  })
  .openapi('ScoreRequest', { description: 'Measures to score. Nothing is stored.' })

/** A row of `GET /v1/accounts/{id}/health/history`. */
export const HealthPoint = z
  .object({
    day: z.string().describe('The day in UTC, such as 2026-03-02.'),
    scorecard: z.string().describe('Id of the scorecard that was used.'),
    score: z.number().int().nullable().describe('0 to 100; null where too little was known.'),
    band: z.string().nullable().describe('Name of the band that the score was in; null without a score.'),
    coverage: z.number().describe('Share of the attainable points that was known, 0 to 1.'),
  })
  .openapi('HealthPoint', { description: "One day of an account's score." })
export type HealthPoint = z.infer<typeof HealthPoint>
