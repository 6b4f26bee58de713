import { z } from '@hono/zod-openapi'

/** A program as served, its texts in one language. */
export const ProgramView = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string().nullable(),
    segments: z.array(z.string()),
    scope: z.enum(['account']),
    durationDays: z.number().int().nullable(),
    stalledAfterDays: z.number().int(),
    steps: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string().nullable(),
        type: z.enum(['action', 'learning', 'meeting', 'integration']),
        required: z.boolean(),
        minutes: z.number().nullable(),
        completesOn: z.object({ event: z.string() }),
        url: z.string().nullable(),
        resources: z.array(
          z.object({ type: z.enum(['article', 'video', 'template', 'link']), title: z.string(), url: z.string() }),
        ),
      }),
    ),
    milestones: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        celebration: z.string().nullable(),
        targetDay: z.number().int().nullable(),
        criteria: z.array(z.string()),
      }),
    ),
  })
  .openapi('Program')
export type ProgramView = z.infer<typeof ProgramView>

/** A survey as served, its texts in one language. */
export const SurveyView = z
  .object({
    id: z.string(),
    kind: z.enum(['nps', 'csat', 'ces', 'exit']),
    trigger: z.object({ event: z.string(), delaySeconds: z.number().int() }).nullable(),
    repeatAfterDays: z.number().int(),
    questions: z.array(
      z.object({
        id: z.string(),
        type: z.enum(['nps', 'csat', 'ces', 'choice', 'text', 'yes-no']),
        text: z.string(),
        required: z.boolean(),
        lowLabel: z.string().nullable(),
        highLabel: z.string().nullable(),
        choices: z.array(z.object({ value: z.string(), text: z.string() })),
        showIf: z
          .object({
            question: z.string(),
            min: z.number().optional(),
            max: z.number().optional(),
            in: z.array(z.string()).optional(),
          })
          .nullable(),
      }),
    ),
    thanks: z.string().nullable(),
  })
  .openapi('Survey')
export type SurveyView = z.infer<typeof SurveyView>

/** A scorecard as served. */
export const ScorecardView = z
  .object({
    id: z.string(),
    title: z.string(),
    method: z.literal('points'),
    segments: z.array(z.string()),
    default: z.boolean(),
    minimumCoverage: z.number(),
    components: z.array(z.object({ name: z.string(), title: z.string(), measures: z.array(z.string()) })),
    bands: z.array(z.object({ name: z.string(), from: z.number(), atRisk: z.boolean() })),
  })
  .openapi('Scorecard')
export type ScorecardView = z.infer<typeof ScorecardView>
