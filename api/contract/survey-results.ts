import { z } from '@hono/zod-openapi'

const Interval = z.object({ lower: z.number(), upper: z.number() })
const Group = z.object({ count: z.number().int(), share: z.number().nullable() })
const Counted = {
  survey: z.string(),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  responses: z.number().int(),
  /** How often somebody was asked. */
  invited: z.number().int(),
  /** Responses over invited, 0 to 1; null where nobody was invited. */
  responseRate: z.number().nullable(),
  /** True from 30 responses. */
  sufficient: z.boolean(),
}

/** Results of an NPS survey. */
export const NpsResults = z
  .object({
    kind: z.literal('nps'),
    ...Counted,
    /** -100 to 100; null under 30 responses. */
    score: z.number().int().nullable(),
    /** Half the width of the 95 % interval in points; null without a response. */
    marginOfError: z.number().nullable(),
    interval: Interval.nullable(),
    promoters: Group,
    passives: Group,
    detractors: Group,
    trend: z.array(z.object({ month: z.string(), responses: z.number().int(), score: z.number().int().nullable() })),
    /** Against the period of the same length before `from`, or the last 90 days against the 90 before. */
    change: z.object({
      difference: z.number().nullable(),
      pValue: z.number().nullable(),
      significant: z.boolean().nullable(),
    }),
  })
  .openapi('NpsResults')
export type NpsResults = z.infer<typeof NpsResults>

/** Results of a CSAT or CES survey: the share of answers 4 and 5, and the mean. */
export const ShareResults = z
  .object({
    kind: z.enum(['csat', 'ces']),
    ...Counted,
    share: z.number().nullable(),
    interval: Interval.nullable(),
    mean: z.number().nullable(),
    trend: z.array(z.object({ month: z.string(), responses: z.number().int(), share: z.number().nullable() })),
  })
  .openapi('ShareResults')

/** Results of an exit interview: how often each choice was given. */
export const ChoiceResults = z
  .object({
    kind: z.literal('exit'),
    ...Counted,
    choices: z.array(z.object({ question: z.string(), value: z.string(), count: z.number().int() })),
  })
  .openapi('ChoiceResults')

/** Answer of `GET /v1/surveys/{id}/results`. */
export const SurveyResults = z.discriminatedUnion('kind', [NpsResults, ShareResults, ChoiceResults])
export type SurveyResults = z.infer<typeof SurveyResults>
