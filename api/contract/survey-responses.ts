import { z } from '@hono/zod-openapi'
import { Subject } from './subject.ts'

/** An answer: a score, a choice, a text, a yes or no; null takes it back. */
const Answer = z.union([z.number(), z.string().max(5000), z.boolean(), z.null()])

/** Body of `POST /v1/surveys/{id}/responses`. The same `submissionId` again updates the response. */
export const SurveyResponseRequest = Subject.extend({
  submissionId: z.string().min(1).max(100),
  /** Answers by question id. Those that an earlier request gave and this one leaves out stay. */
  answers: z.record(z.string(), Answer),
  completed: z.boolean(),
  locale: z.string().max(20).optional(),
}).openapi('SurveyResponseRequest')
export type SurveyResponseRequest = z.infer<typeof SurveyResponseRequest>

/** A stored response. */
export const SurveyResponse = z
  .object({
    submissionId: z.string(),
    survey: z.string(),
    userId: z.string().nullable(),
    anonymousId: z.string().nullable(),
    accountId: z.string().nullable(),
    answers: z.record(z.string(), Answer),
    completed: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('SurveyResponse')
export type SurveyResponse = z.infer<typeof SurveyResponse>
