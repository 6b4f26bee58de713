import { z } from '@hono/zod-openapi'
import { Moment } from './moment.ts'
import { page, PageQuery } from './pagination.ts'

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

const when = 'a day (from its start in UTC), or a time with its zone'

/** Which facts are meant, in the query of `GET /v1/events` and of its export. All that is given must hold. */
export const EventsFilter = z.object({
  account: z.string().optional().describe('Only facts of the account with this id.'),
  user: z
    .string()
    .optional()
    .describe('Only facts of the user with this id, with what they did as a visitor before they were known.'),
  event: z.string().optional().describe('Only facts with exactly this name of an event, page or screen.'),
  type: StoredEvent.shape.type.optional().describe('Only messages of this type.'),
  anonymous: z
    .string()
    .optional()
    .describe(
      'Only facts that name this visitor: while nobody knows who it is, and those of the user they turned out to be. What others did in the same browser is found with `user` as well.',
    ),
  messageId: z.string().optional().describe('Only the fact of the message with this id.'),
  since: Moment.optional().describe(`Only what arrived at this time or later: ${when}.`),
  until: Moment.optional().describe(`Only what arrived before this time: ${when}.`),
  from: Moment.optional().describe(`Only what happened at this time or later: ${when}.`),
  to: Moment.optional().describe(`Only what happened before this time: ${when}.`),
})
export type EventsFilter = z.output<typeof EventsFilter>

/** Query of `GET /v1/events`. */
export const EventsQuery = PageQuery.extend({
  ...EventsFilter.shape,
  order: z
    .enum(['newest', 'oldest'])
    .default('newest')
    .describe('What arrived last first, or what arrived first: then the last page has a cursor too, to go on from.'),
})

/** A page of `GET /v1/events`. */
export const EventsPage = page(StoredEvent).extend({
  nextCursor: z
    .string()
    .nullable()
    .describe('Send it as `cursor` for what comes next. Null at the end of `order=newest`; never with `order=oldest`.'),
  hasMore: z
    .boolean()
    .describe(
      'Whether to go on at once. A page may hold fewer facts than `limit`, even none, although there are more.',
    ),
})
export type EventsPage = z.infer<typeof EventsPage>

/** Query of `GET /v1/events/export`. */
export const ExportQuery = EventsFilter.extend({
  format: z
    .enum(['jsonl', 'csv'])
    .default('jsonl')
    .describe('JSON Lines, each line a fact as in `GET /v1/events`; or CSV, each row a fact.'),
})
