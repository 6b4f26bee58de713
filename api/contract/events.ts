import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

const Json = z.record(z.string(), z.unknown())

/** A fact as stored. */
export const StoredEvent = z
  .object({
    id: z.string(),
    messageId: z.string(),
    type: z.enum(['track', 'identify', 'group', 'page', 'screen', 'alias']),
    event: z.string().nullable(),
    userId: z.string().nullable(),
    anonymousId: z.string().nullable(),
    accountId: z.string().nullable(),
    /** When it happened, after the clock was corrected. */
    timestamp: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    properties: Json,
    traits: Json,
    context: Json,
  })
  .openapi('Event')
export type StoredEvent = z.infer<typeof StoredEvent>

/** Query of `GET /v1/events`. */
export const EventsQuery = PageQuery.extend({
  account: z.string().optional(),
  user: z.string().optional(),
  event: z.string().optional(),
})
