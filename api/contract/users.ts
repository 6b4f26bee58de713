import { z } from '@hono/zod-openapi'

/** Answer of `DELETE /v1/users/{id}`. */
export const Erasure = z
  .object({
    userId: z.string().describe('Id of the user who is erased.'),
    completed: z
      .boolean()
      .describe(
        'False while facts are left, which a job takes away within minutes. Send it again to see how it stands.',
      ),
    erasedAt: z.iso.datetime().describe('Until when all is erased, in UTC. Messages from before are refused for good.'),
    removed: z
      .object({
        events: z.number().int().describe('Facts that are gone so far.'),
        anonymousIds: z.number().int().describe("Visitors' ids that were known to be the user's."),
        surveyResponses: z.number().int().describe('Responses to surveys that are gone.'),
        impressions: z.number().int().describe('Notes of what was shown to them that are gone.'),
        rejectedMessages: z.number().int().describe('Rejected messages about them that are gone.'),
      })
      .describe('How many rows of each kind were removed.'),
  })
  .openapi('Erasure', {
    description: 'What was removed of a user.',
    example: {
      userId: 'mia',
      completed: true,
      erasedAt: '2026-03-02T08:00:00.000Z',
      removed: { events: 412, anonymousIds: 2, surveyResponses: 1, impressions: 6, rejectedMessages: 0 },
    },
  })
export type Erasure = z.infer<typeof Erasure>
