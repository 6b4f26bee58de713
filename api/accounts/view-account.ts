import type { InferSelectModel } from 'drizzle-orm'
import type { Account } from '../contract/accounts.ts'
import type { accounts } from '../db/schema.ts'

type Row = InferSelectModel<typeof accounts>

/** An account as served. */
export function viewAccount(row: Row): Account {
  return {
    id: row.id,
    name: row.name,
    segment: row.segment,
    plan: row.plan,
    mrr: row.mrr,
    owner: row.owner,
    stage: row.stage,
    score: row.score,
    band: row.band,
    lastSeenAt: new Date(row.lastSeenAt).toISOString(),
    traits: JSON.parse(row.traits) as Account['traits'],
  }
}
