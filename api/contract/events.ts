import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

const Json = z.record(z.string(), z.unknown())

/** A row of `GET /v1/events`. */
export const StoredEvent = z
  .object({
    id: z.string().describe('Id of the fact: a number, as text, that grows in order of arrival.'),
    messageId: z.string().describe('Id of the message, made by its sender or, where it had none, by the server.'),
    type: z.enum(['track', 'identify', 'group', 'page', 'screen', 'alias']).describe('Type of the message.'),
    event: z.string().nullable().describe('Name of the tracked event, the page or the screen; else null.'),
    userId: z.string().nullable().describe('The user as the product knows them; null where not identified.'),
    anonymousId: z.string().nullable().describe('The visitor; null where the message named none.'),
    accountId: z
      .string()
      .nullable()
      .describe("The account: the one that the message names, else that of the user's latest `group`; null without."),
    timestamp: z.iso.datetime().describe('When it happened, in UTC, after the clock was corrected.'),
    receivedAt: z.iso.datetime().describe('When it arrived, in UTC.'),
    properties: Json.describe('Properties of the event, page or screen as sent.'),
    traits: Json.describe('Traits of the user or account as sent.'),
    context: Json.describe('Context as sent, without the `userHash`.'),
  })
  .openapi('Event', {
    description: 'A message that was accepted, as stored.',
    example: {
      id: '48213',
      messageId: 'a1b2c3d4-invoice-42',
      type: 'track',
      event: 'invoice_sent',
      userId: 'mia',
      anonymousId: null,
      accountId: 'linden',
      timestamp: '2026-03-02T08:00:00.000Z',
      receivedAt: '2026-03-02T08:00:01.240Z',
      properties: { amount: 90, currency: 'CHF' },
      traits: {},
      context: {},
    },
  })
export type StoredEvent = z.infer<typeof StoredEvent>

/** Query of `GET /v1/events`. */
export const EventsQuery = PageQuery.extend({
  account: z.string().optional().describe('Only facts of the account with this id.'),
  user: z.string().optional().describe('Only facts of the user with this id.'),
  event: z.string().optional().describe('Only facts with exactly this name of an event, page or screen.'),
})
