import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

const Reason = z
  .enum(['invalid', 'too_large', 'too_old', 'unverified', 'erased', 'unstorable'])
  .describe(
    'Kind of reason: not as the protocol wants it, too large, older than what is kept here, from a browser that could not prove its user, about somebody who was erased, or nothing that the database can store.',
  )

/** A row of `GET /v1/rejected-messages`. */
export const RejectedMessage = z
  .object({
    id: z.string().describe('Id of the rejection; ids grow in order of arrival.'),
    receivedAt: z.iso.datetime().describe('When it arrived, in UTC.'),
    messageId: z.string().nullable().describe('Id of the message as sent; null without one.'),
    reason: Reason,
    detail: z.string().describe('What is wrong with it, in a sentence.'),
    message: z
      .unknown()
      .describe(
        'The message as sent, without the `userHash`; null where it was too large or too deep to be kept whole.',
      ),
    excerpt: z.string().nullable().describe('The beginning of a message that was not kept whole; else null.'),
    replayable: z.boolean().describe('Whether it can be sent again as it is. A corrected message always can.'),
    keyId: z.string().nullable().describe('Id of the key that it came with.'),
    userId: z.string().nullable().describe('Whom it is about, as far as it says so.'),
    anonymousId: z.string().nullable().describe('The visitor that it is about, as far as it says so.'),
    sentAt: z.string().nullable().describe('`sentAt` of its batch, as sent.'),
  })
  .openapi('RejectedMessage', {
    description: 'A message that was refused, and why.',
    example: {
      id: '019cad74-1400-7c3e-9d1b-5a0e4f6b7c21',
      receivedAt: '2026-03-02T08:00:00.000Z',
      messageId: 'a1b2c3d4-invoice-42',
      reason: 'invalid',
      detail: 'A track message needs an "event".',
      message: { type: 'track', messageId: 'a1b2c3d4-invoice-42', userId: 'mia' },
      excerpt: null,
      replayable: true,
      keyId: 'write',
      userId: 'mia',
      anonymousId: null,
      sentAt: null,
    },
  })
export type RejectedMessage = z.infer<typeof RejectedMessage>

/** Which rejected messages are meant. */
export const RejectedFilter = z.object({
  reason: Reason.optional(),
  key: z.string().max(200).optional().describe('Only messages that came with the key of this id.'),
  since: z.iso
    .datetime({ error: 'use a time in UTC such as 2026-03-02T08:00:00Z' })
    .optional()
    .describe('Only messages that arrived at this time or later, in UTC.'),
})
export type RejectedFilter = z.infer<typeof RejectedFilter>

/** Query of `GET /v1/rejected-messages`. */
export const RejectedQuery = PageQuery.extend(RejectedFilter.shape)

/** A row of `GET /v1/rejected-messages/summary`. */
export const RejectedSummary = z
  .object({
    reason: Reason,
    detail: z.string().describe('What is wrong with the messages, in a sentence.'),
    count: z.number().int().describe('How many messages were refused for it and are kept.'),
    firstAt: z.iso.datetime().describe('When the first of them arrived, in UTC.'),
    lastAt: z.iso.datetime().describe('When the last of them arrived, in UTC.'),
    exampleId: z.string().describe('Id of the last of them.'),
  })
  .openapi('RejectedSummary', { description: 'How many messages were refused for the same reason.' })
export type RejectedSummary = z.infer<typeof RejectedSummary>

/** Body of `POST /v1/rejected-messages/replay`. */
export const ReplayRequest = RejectedFilter.extend({
  ids: z
    .array(z.string().max(100))
    .min(1)
    .max(500)
    .optional()
    .describe('The messages to send again. Filters then do nothing.'),
  message: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      'What to send in place of the one message that `ids` names, whose `messageId` it keeps unless it has its own.',
    ),
  limit: z
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe('How many messages to send again, where filters choose.'),
  cursor: z.string().max(2000).optional().describe('`nextCursor` of the answer before.'),
})
export type ReplayRequest = z.input<typeof ReplayRequest>

const Refused = z.object({
  id: z.string().describe('Id of the rejection.'),
  detail: z.string().describe('Why not, in a sentence.'),
})

/** Answer of `POST /v1/rejected-messages/replay`. */
export const ReplayResult = z
  .object({
    accepted: z.number().int().describe('Messages that are facts now, and left the list.'),
    duplicates: z.number().int().describe('Messages that were facts already, by their `messageId`, and left the list.'),
    rejected: z.array(Refused).describe('Messages that were refused again. They stay, with the new reason.'),
    notReplayable: z.array(Refused).describe('Messages of `ids` that are not there, or were not kept whole.'),
    nextCursor: z.string().nullable().describe('Send it as `cursor` to go on; null where no messages are left.'),
  })
  .openapi('ReplayResult', { description: 'What became of the messages that were sent again.' })
export type ReplayResult = z.infer<typeof ReplayResult>

/** Answer of `DELETE /v1/rejected-messages`. */
export const RejectedRemoved = z
  .object({ removed: z.number().int().describe('How many messages were removed.') })
  .openapi('RejectedRemoved', { description: 'How many rejected messages were removed.' })
export type RejectedRemoved = z.infer<typeof RejectedRemoved>
