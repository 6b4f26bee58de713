import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

/** Answer of `GET /v1/accounts/{id}`, and a row of the list. */
export const Account = z
  .object({
    id: z.string().describe('Id of the account: the `groupId` of its messages.'),
    name: z.string().nullable().describe('Name, from the trait `name`; null where it was never sent.'),
    segment: z
      .string()
      .nullable()
      .describe('Kind of customer, from the trait `segment`: decides the onboarding program and the scorecard.'),
    plan: z.string().nullable().describe('What the account has subscribed to, from the trait `plan`.'),
    mrr: z.number().nullable().describe("Monthly recurring revenue in the team's currency, from the trait `mrr`."),
    owner: z.string().nullable().describe('Who of the team looks after the account, from the trait `owner`.'),
    stage: z.string().nullable().describe('Stage of the customer relationship, from the trait `stage`.'),
    score: z
      .number()
      .int()
      .nullable()
      .describe('Health score of the last recompute, 0 to 100; null where too little is known.'),
    band: z.string().nullable().describe('Name of the band that the score is in; null without a score.'),
    lastSeenAt: z.iso.datetime().nullable().describe('When its latest fact happened, in UTC.'),
    traits: z
      .record(z.string(), z.unknown())
      .describe('Everything that `group` messages said about the account: the latest value of each trait.'),
  })
  .openapi('Account', {
    description: 'An account as it stands: traits from `group` messages, score and band from the last recompute.',
    example: {
      id: 'linden',
      name: 'Linden Driving School',
      segment: 'school',
      plan: 'pro',
      mrr: 149,
      owner: 'Nora Weber',
      stage: null,
      score: 72,
      band: 'Healthy',
      lastSeenAt: '2026-03-02T08:00:00.000Z',
      traits: { name: 'Linden Driving School', segment: 'school', plan: 'pro', mrr: 149, owner: 'Nora Weber' },
    },
  })
export type Account = z.infer<typeof Account>

/** Query of `GET /v1/accounts`. */
export const AccountsQuery = PageQuery.extend({
  q: z
    .string()
    .max(200)
    .optional()
    .describe('Part of the name or id. Capitals do not matter, nor do accents in the name.'),
  band: z.string().optional().describe('Only accounts whose score is in the band of this name.'),
  segment: z.string().optional().describe('Only accounts of this segment.'),
  owner: z.string().optional().describe('Only accounts that this person looks after.'),
  sort: z
    .enum(['score', '-score', 'name', '-name', 'lastSeenAt', '-lastSeenAt', 'mrr', '-mrr'])
    .default('name')
    .describe('What to sort by; a minus turns the order round. Accounts without a score or revenue come last in both.'),
})

/** A row of `GET /v1/accounts/{id}/timeline`. */
export const TimelineEntry = z
  .object({
    id: z.string().describe('Id of the event or of the response; ids grow in order of arrival.'),
    at: z.iso.datetime().describe('When it happened, in UTC; for a response, when it was last changed.'),
    kind: z.enum(['event', 'survey_response']).describe('What it is: a tracked event, or answers to a survey.'),
    name: z.string().describe("The event's name, or the survey's id."),
    userId: z.string().nullable().describe('Who did it; null where the person was not identified.'),
    details: z
      .record(z.string(), z.unknown())
      .describe("The event's properties by name, or the answers by question id."),
  })
  .openapi('TimelineEntry', { description: 'One thing that happened with an account.' })
export type TimelineEntry = z.infer<typeof TimelineEntry>
