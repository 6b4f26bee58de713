import { z } from '@hono/zod-openapi'
import { Subject } from './subject.ts'

const Answer = z.union([z.number(), z.string().max(5000), z.boolean(), z.array(z.string().max(200)).max(100), z.null()])

/** Body of `POST /v1/surveys/{id}/responses`. */
export const SurveyResponseRequest = Subject.extend({
  submissionId: z
    .string()
    .min(1)
    .max(100)
    .describe('Made by the sender, one for each time that somebody answers. The same again updates the response.'),
  answers: z
    .record(z.string(), Answer)
    .describe(
      'Answers by question id: a score, a choice or a list of them, a text, a yes or no; null takes one back. Those that an earlier request gave and this one leaves out stay.',
    ),
  completed: z.boolean().describe('Whether the person came to the end. Once true, it stays so.'),
  locale: z.string().max(20).optional().describe('Language in which the questions were read, such as `fr`.'),
}).openapi('SurveyResponseRequest', {
  description: 'Answers to a survey, all or some. Needs a `userId` or an `anonymousId`.',
  example: {
    submissionId: '6f0c1f0e-nps-mia',
    userId: 'mia',
    answers: { score: 9, 'like-most': 'Invoices take a minute.' },
    completed: true,
    locale: 'en',
  },
})
export type SurveyResponseRequest = z.infer<typeof SurveyResponseRequest>

/** Answer of `POST /v1/surveys/{id}/responses`. */
export const SurveyResponse = z
  .object({
    submissionId: z.string().describe('The `submissionId` as sent.'),
    survey: z.string().describe('Id of the survey.'),
    userId: z.string().nullable().describe('Who answered; null where the person was not identified.'),
    anonymousId: z.string().nullable().describe('The visitor who answered; null where none was named.'),
    accountId: z.string().nullable().describe('Account of the person when they began; null where it is not known.'),
    answers: z.record(z.string(), Answer).describe('All answers so far, by question id.'),
    completed: z.boolean().describe('Whether the person came to the end.'),
    createdAt: z.iso.datetime().describe('When the first answers arrived, in UTC.'),
    updatedAt: z.iso.datetime().describe('When the latest answers arrived, in UTC.'),
  })
  .openapi('SurveyResponse', {
    description: 'A response as stored.',
    example: {
      submissionId: '6f0c1f0e-nps-mia',
      survey: 'nps',
      userId: 'mia',
      anonymousId: null,
      accountId: 'linden',
      answers: { score: 9, 'like-most': 'Invoices take a minute.' },
      completed: true,
      createdAt: '2026-03-02T08:00:00.000Z',
      updatedAt: '2026-03-02T08:00:41.500Z',
    },
  })
export type SurveyResponse = z.infer<typeof SurveyResponse>
