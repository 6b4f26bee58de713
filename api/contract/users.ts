import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

/** A row of `GET /v1/users`. */
export const User = z
  .object({
    id: z.string().describe('Id of the user, as the product knows them.'),
    accountId: z.string().nullable().describe('Account of their latest `group`; null without one.'),
    firstSeenAt: z.iso.datetime().describe('When their first fact happened, in UTC.'),
    lastSeenAt: z.iso.datetime().describe('When their latest fact happened, in UTC.'),
    traits: z
      .record(z.string(), z.unknown())
      .describe('Everything that `identify` messages said about them: the latest value of each trait.'),
  })
  .openapi('User', {
    description: 'A user as they are known now.',
    example: {
      id: 'mia',
      accountId: 'linden',
      firstSeenAt: '2026-02-02T08:00:00.000Z',
      lastSeenAt: '2026-03-02T08:00:00.000Z',
      traits: { name: 'Mia Keller', role: 'instructor' },
    },
  })
export type User = z.infer<typeof User>

/** Answer of `GET /v1/users/{id}`. */
export const KnownUser = User.extend({
  traitTimes: z
    .record(z.string(), z.iso.datetime())
    .describe('When each trait was last set or taken away, in UTC, by the time of the message.'),
  anonymousIds: z.array(z.string()).describe('Visitors whom they turned out to be, at most 500.'),
}).openapi('KnownUser', {
  description: 'A user, with when each trait was set and who they were before.',
  example: {
    id: 'mia',
    accountId: 'linden',
    firstSeenAt: '2026-02-02T08:00:00.000Z',
    lastSeenAt: '2026-03-02T08:00:00.000Z',
    traits: { name: 'Mia Keller' },
    traitTimes: { name: '2026-02-02T08:00:00.000Z' },
    anonymousIds: ['5f0c7b2a'],
  },
})
export type KnownUser = z.infer<typeof KnownUser>

/** Query of `GET /v1/users`. */
export const UsersQuery = PageQuery.extend({
  account: z.string().optional().describe('Only users of the account with this id.'),
  q: z
    .string()
    .max(200)
    .optional()
    .describe(
      'How the id begins, or the trait `name` or `email`, where capitals from A to Z do not matter. Of all users each of the three finds 500 at the most.',
    ),
})

/** A row of `GET /v1/users/{id}/traits` and `GET /v1/accounts/{id}/traits`. */
export const TraitChange = z
  .object({
    trait: z.string().describe('Name of the trait.'),
    value: z.unknown().describe('The value from then on; null where the trait was taken away.'),
    since: z.iso.datetime().describe('When that was, in UTC, by the time of the message.'),
    messageId: z
      .string()
      .nullable()
      .describe('The message that said so; null where it is no longer kept, as what is older went or was erased.'),
  })
  .openapi('TraitChange', {
    description: 'A trait took another value.',
    example: { trait: 'plan', value: 'pro', since: '2026-03-02T08:00:00.000Z', messageId: 'a1b2c3d4-group-7' },
  })
export type TraitChange = z.infer<typeof TraitChange>

/** Query of both histories of traits. */
export const TraitsQuery = PageQuery.extend({
  trait: z.string().optional().describe('Only changes of the trait with this name.'),
})

/** Query of `GET /v1/users/{id}/export`. */
export const UserExportQuery = z.object({
  format: z
    .enum(['json', 'jsonl'])
    .default('json')
    .describe('One JSON document, or JSON Lines: each line an object with its `kind` and its `data`.'),
})

/** Answer of `DELETE /v1/users/{id}`. */
export const Erasure = z
  .object({
    userId: z.string().describe('Id of the user who is erased.'),
    completed: z
      .boolean()
      .describe(
        'False while facts are left to take away or to look at, which a job does within minutes. Send it again to see how it stands.',
      ),
    erasedAt: z.iso.datetime().describe('Until when all is erased, in UTC. Messages from before are refused for good.'),
    removed: z
      .object({
        events: z.number().int().describe('Facts that are gone so far.'),
        anonymousIds: z.number().int().describe("Visitors' ids that were known to be the user's."),
        surveyResponses: z.number().int().describe('Responses to surveys that are gone.'),
        impressions: z.number().int().describe('Notes of what was shown to them that are gone.'),
        rejectedMessages: z.number().int().describe('Rejected messages about them that are gone.'),
        supportRequests: z.number().int().describe('Requests of theirs to the support team that are gone.'),
        mails: z.number().int().describe('Mails about them that are gone, sent or not.'),
      })
      .describe('How many rows of each kind were removed.'),
  })
  .openapi('Erasure', {
    description: 'What was removed of a user.',
    example: {
      userId: 'mia',
      completed: true,
      erasedAt: '2026-03-02T08:00:00.000Z',
      removed: {
        events: 412,
        anonymousIds: 2,
        surveyResponses: 1,
        impressions: 6,
        rejectedMessages: 0,
        supportRequests: 1,
        mails: 2,
      },
    },
  })
export type Erasure = z.infer<typeof Erasure>
