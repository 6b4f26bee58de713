import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Requests to the support team, with the deadlines that they were given. */
export const supportRequests = sqliteTable(
  'support_requests',
  {
    id: text().primaryKey(),
    subject: text().notNull(),
    message: text().notNull(),
    email: text().notNull(),
    locale: text().notNull(),
    severity: text().notNull(),
    tier: text().notNull(),
    userId: text('user_id'),
    accountId: text('account_id'),
    /** How the sender is known: `verified`, `claimed`, `email` or `unknown`. */
    identity: text().notNull(),
    openedAt: integer('opened_at').notNull(),
    respondBy: integer('respond_by').notNull(),
    resolveBy: integer('resolve_by').notNull(),
    answeredAt: integer('answered_at'),
    closedAt: integer('closed_at'),
    /** The deadline that comes next; null where it is closed. */
    dueAt: integer('due_at'),
  },
  (table) => [
    index('support_requests_due')
      .on(table.dueAt, table.id)
      .where(sql`due_at is not null`),
    index('support_requests_closed')
      .on(table.closedAt, table.id)
      .where(sql`closed_at is not null`),
    index('support_requests_user').on(table.userId, table.id),
  ],
)
