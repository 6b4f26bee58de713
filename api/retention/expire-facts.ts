import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { dayOf } from '../day.ts'
import { writeInSteps } from '../db/write-in-steps.ts'
import { capSince } from '../impressions/eligibility.ts'
import { firstIdAt } from '../ids.ts'
import type { Services } from '../services.ts'
import { oldestKept } from './oldest-kept.ts'
import { removeOldFacts } from './remove-old-facts.ts'

/** Accounts whose counts one step takes away. */
const pageOfAccounts = 200

const nextAccounts = 'SELECT id FROM accounts WHERE id > :after ORDER BY id LIMIT :limit'

const removeDays = (table: string) => `
  DELETE FROM ${table} WHERE rowid IN (
    SELECT rowid FROM ${table} WHERE account_id IN (SELECT value FROM json_each(:accounts)) AND day < :day LIMIT :limit)`

/** The surveys that there are rows of, defined or not, each with the time before which they go. */
const surveysOf = (all: string, survey: string) => `
  WITH RECURSIVE known (survey) AS (
    SELECT min(${survey}) FROM ${all}
    UNION ALL SELECT (SELECT min(${survey}) FROM ${all} AND ${survey} > known.survey) FROM known WHERE survey IS NOT NULL),
  surveys (survey, oldest) AS MATERIALIZED (
    SELECT survey, min(:oldest, coalesce(
      (SELECT value ->> 'since' FROM json_each(:caps) WHERE value ->> 'survey' = known.survey), :oldest))
    FROM known WHERE survey IS NOT NULL)`

// Survey by survey, as the indexes are: an answer is no older than when it was first given.
const removeResponses = `
  ${surveysOf('survey_responses WHERE true', 'survey')}
  DELETE FROM survey_responses WHERE id IN (
    SELECT given.id FROM surveys CROSS JOIN survey_responses AS given ON given.survey = surveys.survey
    WHERE created_at < surveys.oldest AND updated_at < surveys.oldest LIMIT :limit)`

const removeInvitations = `
  ${surveysOf(`impressions WHERE kind = 'survey'`, 'target')}
  DELETE FROM impressions WHERE id IN (
    SELECT shown.id FROM surveys CROSS JOIN impressions AS shown ON shown.kind = 'survey' AND shown.target = surveys.survey
    WHERE shown.at < surveys.oldest LIMIT :limit)`

const removeSearches = `
  DELETE FROM searches WHERE rowid IN (SELECT rowid FROM searches WHERE created_at < :oldest LIMIT :limit)`

// What waits for somebody stays, however old.
const removeRequests = `
  DELETE FROM support_requests WHERE id IN (
    SELECT id FROM support_requests WHERE closed_at IS NOT NULL AND closed_at < :oldest LIMIT :limit)`

// What waits to be sent stays.
const removeMails = `
  DELETE FROM mails WHERE id IN (SELECT id FROM mails WHERE id < :firstKept AND status != 'queued' LIMIT :limit)`

// What happened before is refused by its age alone.
const removeTombstones = `
  DELETE FROM tombstones WHERE subject_hash IN (SELECT subject_hash FROM tombstones WHERE erased_at < :oldest LIMIT :limit)`

async function removeOldDays({ database }: Services, day: string, signal?: AbortSignal): Promise<void> {
  let after = ''
  for (;;) {
    const [found] = await database.read([{ sql: nextAccounts, args: { after, limit: pageOfAccounts } }])
    const ids = (found?.rows ?? []).map((row) => String(row['id']))
    const last = ids.at(-1)
    if (last === undefined) return
    const args = { accounts: JSON.stringify(ids), day }
    for (const table of ['daily_events', 'daily_users']) {
      await writeInSteps(database, { sql: removeDays(table), args, signal })
    }
    after = last
    await yieldToEventLoop()
  }
}

/**
 * Removes what is older than RETENTION_DAYS, in steps that ingest hardly waits for: facts, counts by day, answers to
 * surveys and who was asked (as long as nobody has to be spared for it), searches, requests that are closed, mails,
 * tombstones that the age does the work of.
 *
 * Totals and first times stay, so that onboarding goes on; so do traits, accounts and who a visitor turned out to be.
 *
 * @returns how many facts went.
 */
export async function expireFacts(services: Services, signal?: AbortSignal): Promise<number> {
  const { database, definitions, settings, now } = services
  const oldest = oldestKept(settings, now())
  if (oldest === 0) return 0
  const removed = await removeOldFacts(services, { oldest, signal })
  await removeOldDays(services, dayOf(oldest), signal)
  const caps = definitions.surveys.map((survey) => ({ survey: survey.id, since: capSince(survey, now()) }))
  for (const sql of [removeResponses, removeInvitations]) {
    await writeInSteps(database, { sql, args: { oldest, caps: JSON.stringify(caps) }, signal })
  }
  for (const sql of [removeSearches, removeRequests, removeTombstones]) {
    await writeInSteps(database, { sql, args: { oldest }, signal })
  }
  await writeInSteps(database, { sql: removeMails, args: { firstKept: firstIdAt(oldest) }, signal })
  return removed
}
