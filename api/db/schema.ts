import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Times are milliseconds since 1970 UTC; JSON is kept as text, so that one json_each parameter can carry a whole flush.

/** Facts: every message that was accepted, as corrected. Ids count commits up: their order is that of arrival, and none is used twice. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    messageId: text('message_id').notNull().unique(),
    type: text().notNull(),
    event: text(),
    userId: text('user_id'),
    anonymousId: text('anonymous_id'),
    accountId: text('account_id'),
    timestamp: integer().notNull(),
    /** The time as the sender gave it, where it was corrected. */
    sentTimestamp: text('sent_timestamp'),
    receivedAt: integer('received_at').notNull(),
    properties: text().notNull(),
    traits: text().notNull(),
    context: text().notNull(),
  },
  (table) => [
    // An index ends with the id by itself.
    index('events_account')
      .on(table.accountId)
      .where(sql`account_id is not null`),
    index('events_user')
      .on(table.userId)
      .where(sql`user_id is not null`),
    index('events_event')
      .on(table.event)
      .where(sql`event is not null`),
    index('events_visitor')
      .on(table.anonymousId)
      .where(sql`user_id is null and anonymous_id is not null`),
    index('events_user_traits')
      .on(table.userId, table.timestamp)
      .where(sql`type = 'identify'`),
    index('events_account_traits')
      .on(table.accountId, table.timestamp)
      .where(sql`type = 'group'`),
  ],
)

/** Visitors who became known: what one did without a user id is the user's. The first user stays. */
export const visitors = sqliteTable(
  'visitors',
  {
    anonymousId: text('anonymous_id').primaryKey(),
    userId: text('user_id').notNull(),
    /** The fact that said so. */
    eventId: integer('event_id').notNull(),
  },
  (table) => [index('visitors_user').on(table.userId), index('visitors_event').on(table.eventId)],
)

/** Users and the account of their latest `group`. */
export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey(),
    accountId: text('account_id'),
    accountSince: integer('account_since'),
    traits: text().notNull().default('{}'),
    /** When each trait was set, by the time of its message: a JSON object of milliseconds. */
    traitTimes: text('trait_times').notNull().default('{}'),
    firstSeenAt: integer('first_seen_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
  },
  (table) => [
    index('users_account').on(table.accountId, table.id),
    // By which people are searched, word for word as in api/users/list.ts.
    index('users_name')
      .on(sql`lower(traits ->> '$.name')`)
      .where(sql`lower(traits ->> '$.name') is not null`),
    index('users_email')
      .on(sql`lower(traits ->> '$.email')`)
      .where(sql`lower(traits ->> '$.email') is not null`),
  ],
)

/** Accounts: traits from `group`, and the score of the last recompute. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    traits: text().notNull().default('{}'),
    /** When each trait was set, by the time of its message: a JSON object of milliseconds. */
    traitTimes: text('trait_times').notNull().default('{}'),
    // Single traits, as `nameTraits` in api/ingest takes them out: a generated column is made anew with every fact.
    name: text(),
    segment: text(),
    plan: text(),
    mrr: real(),
    owner: text(),
    stage: text(),
    firstSeenAt: integer('first_seen_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    score: integer(),
    band: text(),
    /** The name as it is searched and sorted: without accents and capitals. Made with the score. */
    folded: text(),
    /** Grows with whatever may change the score. */
    revision: integer().notNull().default(0),
    /** The revision that the score was made from. */
    scoredRevision: integer('scored_revision').notNull().default(0),
  },
  (table) => [
    index('accounts_unscored')
      .on(table.id)
      .where(sql`revision > scored_revision`),
  ],
)

/** Programs an account is enrolled in. Progress is derived from `event_totals`. */
export const enrolments = sqliteTable(
  'enrolments',
  {
    accountId: text('account_id').notNull(),
    program: text().notNull(),
    startedAt: integer('started_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.program] })],
)

/** Each event as a whole: when it first happened, which completes steps and milestones, and how often it did. */
export const eventTotals = sqliteTable(
  'event_totals',
  {
    /** `account:` and its id; `user:` and theirs for what a user did before their account was known. */
    subject: text().notNull(),
    event: text().notNull(),
    firstAt: integer('first_at').notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.event] })],
)

/** Rollup: how often each event happened on a day (UTC), by account. */
export const dailyEvents = sqliteTable(
  'daily_events',
  {
    accountId: text('account_id').notNull(),
    day: text().notNull(),
    event: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day, table.event] })],
)

/** Rollup: who was active on a day (UTC), by account. */
export const dailyUsers = sqliteTable(
  'daily_users',
  {
    accountId: text('account_id').notNull(),
    day: text().notNull(),
    userId: text('user_id').notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day, table.userId] })],
)

/** An account's score, one row a day and scorecard: the last of the day. */
export const healthHistory = sqliteTable(
  'health_history',
  {
    accountId: text('account_id').notNull(),
    scorecard: text().notNull(),
    day: text().notNull(),
    score: integer(),
    band: text(),
    coverage: real().notNull(),
    scoredAt: integer('scored_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.scorecard, table.day] })],
)

/** Survey responses; a submission that comes again updates its row. */
export const surveyResponses = sqliteTable(
  'survey_responses',
  {
    id: text().primaryKey(),
    submissionId: text('submission_id').notNull().unique(),
    survey: text().notNull(),
    /** Who answers, as in `impressions`. */
    subject: text().notNull(),
    userId: text('user_id'),
    anonymousId: text('anonymous_id'),
    accountId: text('account_id'),
    answers: text().notNull(),
    completed: integer({ mode: 'boolean' }).notNull(),
    locale: text(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('survey_responses_survey').on(table.survey, table.createdAt),
    index('survey_responses_subject').on(table.subject, table.survey, table.createdAt),
    index('survey_responses_account').on(table.accountId, table.id),
  ],
)

/** What was shown to whom, and what they dismissed. */
export const impressions = sqliteTable(
  'impressions',
  {
    id: text().primaryKey(),
    /** `user:` and their id, or `anonymous:` and the visitor's. */
    subject: text().notNull(),
    kind: text().notNull(),
    target: text().notNull(),
    action: text().notNull(),
    accountId: text('account_id'),
    at: integer().notNull(),
  },
  (table) => [
    index('impressions_subject').on(table.subject, table.kind, table.target, table.at),
    index('impressions_target').on(table.kind, table.target, table.at),
  ],
)

/** Votes on articles. */
export const articleFeedback = sqliteTable(
  'article_feedback',
  {
    id: text().primaryKey(),
    article: text().notNull(),
    locale: text().notNull(),
    helpful: integer({ mode: 'boolean' }).notNull(),
    reason: text(),
    comment: text(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('article_feedback_article').on(table.article, table.locale, table.createdAt)],
)

/** Views of articles, and who left them for support, by day (UTC): counts only, nothing about readers. */
export const articleViews = sqliteTable(
  'article_views',
  {
    article: text().notNull(),
    locale: text().notNull(),
    day: text().notNull(),
    count: integer().notNull(),
    /** How many left it to contact support. */
    contacted: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.article, table.locale, table.day] })],
)

/** Searches in the help center: what was looked for and found, nothing about who did. */
export const searches = sqliteTable(
  'searches',
  {
    id: text().primaryKey(),
    /** As typed, without what may name a person. */
    query: text().notNull(),
    /** The same in small letters and with single spaces, by which searches are counted. */
    normalised: text().notNull(),
    locale: text().notNull(),
    results: integer().notNull(),
    /** The article, or another path, that was opened first. */
    clicked: text(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    // All that figures are made of: a period is one stretch of it.
    index('searches_period').on(table.createdAt, table.locale, table.normalised, table.results, table.clicked),
  ],
)
