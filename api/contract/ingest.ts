import { z } from '@hono/zod-openapi'

/** One message of a batch, and without its `type` the body of `POST /v1/track` and the like. */
export const Message = z
  .object({
    type: z
      .enum(['track', 'identify', 'group', 'page', 'screen', 'alias'])
      .describe(
        'What it says: an event happened, who a user is, which account they belong to, a page or screen was seen, two ids are one user.',
      ),
    messageId: z
      .string()
      .max(100)
      .optional()
      .describe('Made by the sender: a message with the same id is stored once, for good. Else the server makes one.'),
    event: z
      .string()
      .optional()
      .describe('Name of the event, such as `invoice_sent`, at most 200 characters. A `track` message needs it.'),
    name: z.string().optional().describe('Name of the page or screen, at most 200 characters.'),
    userId: z.string().optional().describe('The user as the product knows them, at most 200 characters.'),
    anonymousId: z
      .string()
      .optional()
      .describe('The visitor, before they are identified and after, at most 200 characters.'),
    previousId: z.string().optional().describe('The id that the user had before. An `alias` message needs it.'),
    groupId: z.string().optional().describe("Id of the user's account. A `group` message needs it."),
    timestamp: z
      .string()
      .optional()
      .describe(
        "When it happened by the sender's clock, ISO 8601; when it arrives if left out. `originalTimestamp` says the same.",
      ),
    sentAt: z
      .string()
      .optional()
      .describe(
        "When it was sent by the sender's clock, ISO 8601. A clock that is off by more than 5 minutes is corrected.",
      ),
    accountId: z
      .string()
      .nullish()
      .describe(
        "Whose account it is whatever the user belongs to, null for nobody's: for an import, with a secret key only.",
      ),
    properties: z.record(z.string(), z.unknown()).optional().describe('What is known of the event, page or screen.'),
    traits: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('What is known of the user (`identify`) or the account (`group`). Null takes a trait back.'),
    context: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        '`groupId` names the account, `userHash` proves the user, and with a second half the account. The rest is kept as it is.',
      ),
  })
  .openapi('Message', {
    description:
      'A message of the Segment HTTP tracking API, at most 32 KB and 64 levels deep. It needs a `userId` or an `anonymousId`. Fields that are not named here do no harm and are not kept.',
    example: {
      type: 'track',
      messageId: 'a1b2c3d4-invoice-42',
      userId: 'mia',
      event: 'invoice_sent',
      timestamp: '2026-03-02T08:00:00.000Z',
      properties: { amount: 90, currency: 'CHF' },
      context: { groupId: 'linden' },
    },
  })

/** Body of `POST /v1/batch`. */
export const Batch = z
  .object({
    batch: z.array(Message).describe('The messages, at most 500.'),
    sentAt: z
      .string()
      .optional()
      .describe("When the batch was sent by the sender's clock, ISO 8601, for messages that do not say it."),
    context: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('What holds for all messages; what a message says in its own `context` goes first.'),
    writeKey: z.string().optional().describe('The write key, where a beacon cannot send it as a header.'),
  })
  .openapi('Batch', {
    description:
      'Several messages, at most 500 KB together. The body may be compressed with gzip, deflate or Brotli; the limit holds for what it inflates to.',
  })

const Rejected = z.object({
  index: z.number().int().describe('Its place in the batch, from 0.'),
  messageId: z.string().nullable().describe('Its id as sent; null without one.'),
  detail: z.string().describe('What is wrong with it, in a sentence.'),
})

/** Answer of `POST /v1/batch`, `POST /v1/track` and the like. */
export const IngestResult = z
  .object({
    accepted: z.number().int().describe('How many messages are on disk now.'),
    duplicates: z.number().int().describe('How many were stored before, by their `messageId`: nothing changed.'),
    rejected: z.array(Rejected).describe('The messages that were refused, and why; the others are stored.'),
  })
  .openapi('IngestResult', { description: 'What became of the messages. Sent after they are on disk.' })
export type IngestResult = z.infer<typeof IngestResult>
