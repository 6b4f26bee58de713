import { and, asc, desc, eq, or, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Account, AccountsQuery } from '../contract/accounts.ts'
import type { Page } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { accounts } from '../db/schema.ts'
import type { Services } from '../services.ts'
import { fold, foldedLength } from './fold.ts'
import { viewAccount } from './view-account.ts'

// Until an account is scored for the first time, which is a second after it appears, its name is folded as SQL can.
const folded = sql<string>`coalesce(${accounts.folded}, substr(lower(coalesce(${accounts.name}, ${accounts.id})), 1, ${foldedLength}))`

/**
 * What a list can be sorted by. What is not known comes last in both directions: it stands for a value that lies
 * beyond all others, so that a page can end there and the next one go on.
 */
const sortable = {
  name: () => folded,
  score: (beyond: number) => sql<number>`coalesce(${accounts.score}, ${beyond})`,
  lastSeenAt: () => sql<number>`${accounts.lastSeenAt}`,
  mrr: (beyond: number) => sql<number>`coalesce(${accounts.mrr}, ${beyond})`,
}

/** A page of accounts, filtered and sorted. */
export async function listAccounts(
  { database }: Services,
  query: z.output<typeof AccountsQuery>,
): Promise<Page<Account>> {
  const descending = query.sort.startsWith('-')
  const by = sortable[query.sort.replace('-', '') as keyof typeof sortable](descending ? -1e15 : 1e15)
  const order = descending ? desc : asc

  const conditions: (SQL | undefined)[] = [
    query.band ? eq(accounts.band, query.band) : undefined,
    query.segment ? eq(accounts.segment, query.segment) : undefined,
    query.owner ? eq(accounts.owner, query.owner) : undefined,
    query.q
      ? or(contains(folded, fold(query.q)), contains(sql`lower(${accounts.id})`, query.q.toLowerCase()))
      : undefined,
  ]
  if (query.cursor) {
    const [value, id] = fromCursor(query.cursor)
    conditions.push(
      descending ? sql`(${by}, ${accounts.id}) < (${value}, ${id})` : sql`(${by}, ${accounts.id}) > (${value}, ${id})`,
    )
  }
  const rows = await database.mayLag.orm
    .select({ account: accounts, by })
    .from(accounts)
    .where(and(...conditions))
    .orderBy(order(by), order(accounts.id))
    .limit(query.limit + 1)
  return toPage(rows, {
    limit: query.limit,
    show: (row) => viewAccount(row.account),
    position: (row) => [row.by, row.account.id],
  })
}

/** Part of a text; `%` and `_` stand for themselves. */
const contains = (text: SQL, part: string): SQL => sql`instr(${text}, ${part}) > 0`
