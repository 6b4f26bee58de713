import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// What Cairn needs to run, beside what it knows of customers. Times are milliseconds since 1970 UTC.

/** Where the flush under way begins: facts with a larger id are its own. One row. */
export const ingestMark = sqliteTable('ingest_mark', {
  one: integer().primaryKey(),
  before: integer().notNull(),
})

/**
 * Stretches of facts that retention went through, so that it looks again only where something has become too old: each
 * from behind the one before to `lastId`.
 */
export const factStretches = sqliteTable('fact_stretches', {
  lastId: integer('last_id').primaryKey(),
  /** When the oldest fact of it happened, or earlier. */
  oldest: integer().notNull(),
})

/** People who were erased: what they did until then is not taken again. */
export const tombstones = sqliteTable('tombstones', {
  /** SHA-256 of `user:` and the id, or of `anonymous:` and the visitor's, in hex. */
  subjectHash: text('subject_hash').primaryKey(),
  erasedAt: integer('erased_at').notNull(),
})

/** Erasures under way: they go on where they were left, and end with their row. */
export const erasures = sqliteTable('erasures', {
  userId: text('user_id').primaryKey(),
  /** What happened until then goes. */
  erasedAt: integer('erased_at').notNull(),
  /** JSON object: how many rows of each kind went so far. */
  removed: text().notNull(),
  /** JSON object whose keys are `[account, event]`: what the user did first, so that it has to be seen who is first now. */
  firsts: text().notNull().default('{}'),
})

/** Messages that were refused, with the reason, for the product team to see and to send again. */
export const rejectedMessages = sqliteTable(
  'rejected_messages',
  {
    id: text().primaryKey(),
    receivedAt: integer('received_at').notNull(),
    messageId: text('message_id'),
    /** The kind of reason, such as `too_large`. */
    reason: text().notNull().default('invalid'),
    detail: text().notNull(),
    /** The message as sent, cut to a bounded length. */
    payload: text().notNull(),
    /** Whether `payload` is all of it: only then it can be sent again. */
    complete: integer({ mode: 'boolean' }).notNull().default(true),
    /** The key it came with. */
    keyId: text('key_id'),
    /** Who it is about, as far as it says so, for erasure. */
    userId: text('user_id'),
    anonymousId: text('anonymous_id'),
    sentAt: text('sent_at'),
  },
  (table) => [
    index('rejected_messages_user').on(table.userId),
    index('rejected_messages_visitor').on(table.anonymousId),
    // All that filters and the summary look at: payloads are read only where they are shown.
    index('rejected_messages_filters').on(table.id, table.reason, table.keyId, table.complete),
    index('rejected_messages_kinds').on(table.reason, table.detail, table.id, table.receivedAt),
  ],
)

/**
 * Keys. Those of the environment or the key files have a row too, named `write` and `secret`, for when they were last
 * used: it holds no hash of theirs, as each process knows its own.
 */
export const keys = sqliteTable('keys', {
  id: text().primaryKey(),
  kind: text({ enum: ['write', 'secret'] }).notNull(),
  name: text().notNull(),
  /** SHA-256 of the key, in hex. */
  hash: text().notNull().unique(),
  /** The same of the value that was rotated out, which works on until `previousUntil`. */
  previousHash: text('previous_hash'),
  previousUntil: integer('previous_until'),
  /** The key itself where it is a write key, which stands in pages anyway. */
  value: text(),
  /** Its last characters, by which people tell keys apart. */
  hint: text().notNull(),
  /** JSON list of what it may do. */
  scopes: text().notNull(),
  /** JSON list of origins whose pages may use it; empty for those of ALLOWED_ORIGINS. */
  origins: text().notNull().default('[]'),
  createdAt: integer('created_at').notNull(),
  lastUsedAt: integer('last_used_at'),
  /** When it stops working; null for never. */
  expiresAt: integer('expires_at'),
  revokedAt: integer('revoked_at'),
})

/** What was done with a secret key or in the console. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    /** A UUIDv7, so in order of time. */
    id: text().primaryKey(),
    at: integer().notNull(),
    /** Id of the key; of a console session `session:` and the key that it was opened with. */
    actor: text().notNull(),
    action: text().notNull(),
    /** What it was done to: a path without its query. */
    target: text().notNull(),
    status: integer().notNull(),
    requestId: text('request_id').notNull(),
    /** How often: attempts to sign in that failed are one row for ten minutes. */
    count: integer().notNull().default(1),
  },
  (table) => [index('audit_log_actor').on(table.actor, table.id), index('audit_log_action').on(table.action, table.id)],
)

/** Recurring work: when it is due, and who has it. A lease that has run out is anybody's. */
export const jobs = sqliteTable('jobs', {
  name: text().primaryKey(),
  dueAt: integer('due_at').notNull(),
  leasedBy: text('leased_by'),
  leasedUntil: integer('leased_until'),
  startedAt: integer('started_at'),
  /** When it last came to a good end. */
  endedAt: integer('ended_at'),
  /** What went wrong since then; null where nothing did. */
  error: text(),
  /** How often it was begun since then. */
  failures: integer().notNull().default(0),
})

/**
 * Mails: what waits to be sent, and what became of the rest. `due_at` and `leased_until` go by the clock of the database,
 * as those of jobs do.
 */
export const mails = sqliteTable(
  'mails',
  {
    /** A UUIDv7, so in order of time; the Message-ID is made from it. */
    id: text().primaryKey(),
    /** What it is about: the same is never queued twice. */
    key: text().notNull().unique(),
    template: text().notNull(),
    locale: text().notNull(),
    /** JSON object: what the template names; null once it is sent. */
    variables: text(),
    address: text().notNull(),
    /** The same in lower case, without what stands behind a plus: a mailbox gets only so many in an hour. */
    mailbox: text().notNull(),
    /** Where an answer to it goes; null for where it is from. */
    replyTo: text('reply_to'),
    /** The user whom it is about, for erasure. */
    userId: text('user_id'),
    status: text({ enum: ['queued', 'sent', 'failed'] }).notNull(),
    /** What went wrong last; null where nothing did. */
    error: text(),
    /** How often it was begun to be sent. */
    attempts: integer().notNull().default(0),
    createdAt: integer('created_at').notNull(),
    /** When it is to be sent; null where nothing is to be done. */
    dueAt: integer('due_at'),
    /** Until when a process has it in hand. */
    leasedUntil: integer('leased_until'),
    /** When it was sent or given up. */
    settledAt: integer('settled_at'),
  },
  (table) => [
    index('mails_due')
      .on(table.dueAt)
      .where(sql`due_at is not null`),
    index('mails_status').on(table.status, table.id),
    index('mails_mailbox').on(table.mailbox, table.createdAt),
    index('mails_user').on(table.userId, table.id),
  ],
)
