import { z } from '@hono/zod-openapi'
import { interval, ShareInterval } from './interval.ts'

const Group = z.object({
  count: z.number().int().describe('How many responses.'),
  share: z.number().nullable().describe('Share of all responses, 0 to 1; null without a response.'),
})

const month = {
  month: z.string().describe('The month in UTC, such as 2026-03.'),
  responses: z.number().int().describe('Responses of the month that have a score.'),
}

const ChoiceCount = z.object({
  question: z.string().describe('Id of the question.'),
  value: z.string().describe('The choice, as answers hold it; `true` and `false` for yes and no.'),
  count: z.number().int().describe('How many responses chose it.'),
})

const Counted = {
  survey: z.string().describe('Id of the survey.'),
  from: z.iso.datetime().nullable().describe('Start of the period, in UTC; null where none was asked for.'),
  to: z.iso.datetime().nullable().describe('End of the period, in UTC, not part of it; null where none was asked for.'),
  responses: z
    .number()
    .int()
    .describe('Responses that began in the period; where the survey asks for a score, those that have one.'),
  invited: z
    .number()
    .int()
    .describe('How often somebody was asked in the period and did not put it off. Who answered was asked.'),
  dismissed: z.number().int().describe('How often it was closed before its end.'),
  postponed: z
    .number()
    .int()
    .describe(
      'How often it was put off ("Remind me later"): neither an answer nor, until it is asked again, an invitation.',
    ),
  responseRate: z.number().nullable().describe('Responses over invited, 0 to 1; null where nobody was invited.'),
  sufficient: z.boolean().describe('True from 30 responses.'),
  choices: z
    .array(ChoiceCount)
    .describe(
      'Every choice of every question that has some, in the order of the survey, with all responses of the period.',
    ),
}

const NpsMonth = z.object({
  ...month,
  score: z.number().int().nullable().describe('-100 to 100; null under 30 responses.'),
})

const NpsChange = z.object({
  difference: z.number().nullable().describe('In points, to one decimal.'),
  pValue: z
    .number()
    .nullable()
    .describe('How likely a difference at least as large is by chance alone, 0 to 1 (two-sided z test).'),
  significant: z.boolean().nullable().describe('True where `pValue` is under 0.05.'),
})

/** Results of an NPS survey, answered by `GET /v1/surveys/{id}/results`. */
export const NpsResults = z
  .object({
    kind: z.literal('nps').describe('What was measured: the likelihood to recommend.'),
    ...Counted,
    score: z
      .number()
      .int()
      .nullable()
      .describe('Percent of promoters less percent of detractors, -100 to 100; null under 30 responses.'),
    marginOfError: z
      .number()
      .nullable()
      .describe('Half the width of the 95 % interval in points; null without a response.'),
    interval: interval('in points').nullable().describe('95 % interval of the score; null without a response.'),
    promoters: Group.describe('Who answered 9 or 10.'),
    passives: Group.describe('Who answered 7 or 8.'),
    detractors: Group.describe('Who answered 0 to 6.'),
    trend: z.array(NpsMonth).describe('By month, oldest first; months without a score are left out.'),
    change: NpsChange.describe(
      'Against the period of the same length before `from`, or the last 90 days against the 90 before; null under 30 responses on either side.',
    ),
  })
  .openapi('NpsResults', {
    description: 'Results of an NPS survey.',
    example: {
      kind: 'nps',
      survey: 'nps',
      from: '2026-02-01T00:00:00.000Z',
      to: '2026-04-01T00:00:00.000Z',
      responses: 40,
      invited: 100,
      dismissed: 31,
      postponed: 6,
      responseRate: 0.4,
      sufficient: true,
      choices: [],
      score: 38,
      marginOfError: 22.9,
      interval: { lower: 12, upper: 57.8 },
      promoters: { count: 22, share: 0.55 },
      passives: { count: 11, share: 0.275 },
      detractors: { count: 7, share: 0.175 },
      trend: [
        { month: '2026-02', responses: 9, score: null },
        { month: '2026-03', responses: 31, score: 42 },
      ],
      change: { difference: 31.9, pValue: 0.081, significant: false },
    },
  })
export type NpsResults = z.infer<typeof NpsResults>

const ShareMonth = z.object({
  ...month,
  share: z.number().nullable().describe('Share of answers 4 and 5, 0 to 1.'),
})

/** Results of a CSAT or CES survey, answered by `GET /v1/surveys/{id}/results`. */
export const ShareResults = z
  .object({
    kind: z.enum(['csat', 'ces']).describe('What was measured: satisfaction, or effort.'),
    ...Counted,
    share: z.number().nullable().describe('Share of answers 4 and 5, 0 to 1; null without a response.'),
    interval: ShareInterval.nullable().describe('95 % interval of the share; null without a response.'),
    mean: z.number().nullable().describe('Mean answer, 1 to 5 where 5 is best; null without a response.'),
    trend: z.array(ShareMonth).describe('By month, oldest first; months without a score are left out.'),
  })
  .openapi('ShareResults', {
    description: 'Results of a CSAT or CES survey: the share of answers 4 and 5, and the mean.',
  })

/** Results of an exit interview or a poll, answered by `GET /v1/surveys/{id}/results`. */
export const ChoiceResults = z
  .object({
    kind: z.enum(['exit', 'poll']).describe('What was asked: why somebody leaves, or something else.'),
    ...Counted,
  })
  .openapi('ChoiceResults', { description: 'Results of an exit interview or a poll: how often each choice was given.' })

/** Answer of `GET /v1/surveys/{id}/results`. */
export const SurveyResults = z.discriminatedUnion('kind', [NpsResults, ShareResults, ChoiceResults])
export type SurveyResults = z.infer<typeof SurveyResults>
