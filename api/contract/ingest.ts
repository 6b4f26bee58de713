import { z } from '@hono/zod-openapi'

/** A message of the Segment HTTP tracking API. What the protocol does not name is kept in no field and does no harm. */
export const Message = z
  .object({
    type: z.enum(['track', 'identify', 'group', 'page', 'screen', 'alias']),
    messageId: z.string().max(100).optional(),
    event: z.string().optional(),
    name: z.string().optional(),
    userId: z.string().optional(),
    anonymousId: z.string().optional(),
    previousId: z.string().optional(),
    groupId: z.string().optional(),
    timestamp: z.string().optional(),
    sentAt: z.string().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    traits: z.record(z.string(), z.unknown()).optional(),
    /** `groupId` names the account; `userHash` proves the user. */
    context: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('Message')

/** Body of `POST /v1/batch`. */
export const Batch = z
  .object({ batch: z.array(Message), sentAt: z.string().optional(), writeKey: z.string().optional() })
  .openapi('Batch')

/** What became of the messages. Sent after they are on disk. */
export const IngestResult = z
  .object({
    accepted: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.array(z.object({ index: z.number().int(), messageId: z.string().nullable(), detail: z.string() })),
  })
  .openapi('IngestResult')
export type IngestResult = z.infer<typeof IngestResult>
