import { z } from '@hono/zod-openapi'

/** A measure's value: a number, a level or a boolean; null where it is missing. */
export const MeasureValue = z.union([z.number(), z.string(), z.boolean(), z.null()])
export type MeasureValue = z.infer<typeof MeasureValue>

/** A score with everything it was made from. */
export const Health = z
  .object({
    scorecard: z.string(),
    /** 0 to 100; null where too little is known. */
    score: z.number().int().nullable(),
    band: z.string().nullable(),
    /** Share of the attainable points that is known, 0 to 1. */
    coverage: z.number(),
    /** More than 5 points up or down against the previous score; null without one. */
    trend: z.enum(['up', 'stable', 'down']).nullable(),
    components: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        /** Points of the component; null where nothing of it is known. */
        score: z.number().nullable(),
        min: z.number(),
        max: z.number(),
        measures: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            /** What kind of number it is: a `ratio` of 1 is all, a `growth` of 0.1 a tenth more. */
            type: z.enum(['count', 'ratio', 'growth', 'number', 'boolean', 'level']),
            value: MeasureValue,
            /** Points earned; null where the measure is missing. */
            score: z.number().nullable(),
            max: z.number(),
            status: z.enum(['known', 'missing']),
          }),
        ),
      }),
    ),
    /** What pulls the score down, worst first, as sentences. */
    riskFactors: z.array(z.string()),
    /** What would raise it most, as sentences. */
    opportunities: z.array(z.string()),
  })
  .openapi('Health')
export type Health = z.infer<typeof Health>

/** Body of `POST /v1/health/score`. Nothing is stored. */
export const ScoreRequest = z
  .object({ scorecard: z.string(), measures: z.record(z.string(), MeasureValue) })
  .openapi('ScoreRequest')

/** One day of an account's score. */
export const HealthPoint = z
  .object({
    day: z.string(),
    scorecard: z.string(),
    score: z.number().int().nullable(),
    band: z.string().nullable(),
    coverage: z.number(),
  })
  .openapi('HealthPoint')
export type HealthPoint = z.infer<typeof HealthPoint>
