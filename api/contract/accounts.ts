import { z } from '@hono/zod-openapi'
import { PageQuery } from './pagination.ts'

/** An account as it stands: traits from `group`, score and band from the last recompute. */
export const Account = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    segment: z.string().nullable(),
    plan: z.string().nullable(),
    /** Monthly recurring revenue in the team's currency. */
    mrr: z.number().nullable(),
    owner: z.string().nullable(),
    stage: z.string().nullable(),
    score: z.number().int().nullable(),
    band: z.string().nullable(),
    /** When its last fact happened. */
    lastSeenAt: z.iso.datetime().nullable(),
    traits: z.record(z.string(), z.unknown()),
  })
  .openapi('Account')
export type Account = z.infer<typeof Account>

/** Query of `GET /v1/accounts`. */
export const AccountsQuery = PageQuery.extend({
  /** Part of the name or id. */
  q: z.string().max(200).optional(),
  band: z.string().optional(),
  segment: z.string().optional(),
  owner: z.string().optional(),
  sort: z.enum(['score', '-score', 'name', '-name', 'lastSeenAt', '-lastSeenAt', 'mrr', '-mrr']).default('name'),
})

/** One thing that happened with an account, newest first. */
export const TimelineEntry = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    kind: z.enum(['event', 'survey_response']),
    /** The event's name, or the survey's id. */
    name: z.string(),
    userId: z.string().nullable(),
    /** The event's properties, or the answers. */
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('TimelineEntry')
export type TimelineEntry = z.infer<typeof TimelineEntry>
