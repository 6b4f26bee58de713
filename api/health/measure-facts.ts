import type { ResultSet, Row } from '@libsql/client'
import type { MeasureCatalogue } from '../../content/schema.ts'
import { dayInMilliseconds, dayOf } from '../day.ts'
import type { Reader } from '../db/open.ts'
import type { Services } from '../services.ts'

/** What an account's measures are derived from. */
export interface MeasureFacts {
  traits: Record<string, unknown>
  segment: string | null
  /** The name, or the id where it has none. */
  name: string
  /** The state of the account that these facts are of. */
  revision: number
  /** Counts by event and day (UTC), for as many days as any measure looks back. */
  days: { event: string; day: string; count: number }[]
  /** How often events happened since the beginning, where a measure asks for it. */
  totals: ReadonlyMap<string, number>
  /** Latest answers of each person to each survey. */
  answers: { survey: string; answers: Record<string, unknown>; at: number }[]
}

/** Events whose whole past counts: a support request stays open however long ago it was opened. */
function timelessEvents(catalogue: MeasureCatalogue): string[] {
  return Object.values(catalogue).flatMap(({ source }) =>
    source && 'tickets' in source ? [source.tickets.opened, source.tickets.closed] : [],
  )
}

/** The days that the measures look back, at the most. */
function longestWindow(catalogue: MeasureCatalogue): number {
  return Math.max(
    1,
    ...Object.values(catalogue).map(({ source }) => {
      if (!source || !('days' in source)) return 1
      return 'growthOf' in source ? 2 * source.days : source.days
    }),
  )
}

const accountsSql = `
  SELECT id, name, traits, segment, revision FROM accounts WHERE id IN (SELECT value FROM json_each(:accounts))`

const daysSql = `
  SELECT account_id, event, day, count FROM daily_events
  WHERE account_id IN (SELECT value FROM json_each(:accounts)) AND day > :after AND day <= :until`

const totalsSql = `
  SELECT substr(subject, length('account:') + 1) AS account_id, event, count FROM event_totals
  WHERE subject IN (SELECT 'account:' || value FROM json_each(:accounts))
    AND event IN (SELECT value FROM json_each(:events))`

// The latest response of each person to each survey.
const latestAnswers = `
  SELECT account_id, survey, answers, created_at FROM (
    SELECT account_id, survey, answers, created_at,
      row_number() OVER (PARTITION BY account_id, survey, subject ORDER BY created_at DESC, id DESC) AS place
    FROM survey_responses
    WHERE account_id IN (SELECT value FROM json_each(:accounts)) AND created_at > :since AND created_at <= :until)
  WHERE place = 1`

/**
 * Loads what the measures of these accounts need, in one round trip however many they are.
 *
 * @param reader - Doors that may lag, where nothing is written from what is read.
 */
export async function loadMeasureFacts(
  { database, definitions, now }: Services,
  accountIds: string[],
  reader: Reader = database,
): Promise<Map<string, MeasureFacts>> {
  const since = now() - longestWindow(definitions.measures) * dayInMilliseconds
  const accounts = JSON.stringify(accountIds)
  const [accountRows, dayRows, totalRows, answerRows] = await reader.read([
    { sql: accountsSql, args: { accounts } },
    { sql: daysSql, args: { accounts, after: dayOf(since), until: dayOf(now()) } },
    { sql: totalsSql, args: { accounts, events: JSON.stringify(timelessEvents(definitions.measures)) } },
    { sql: latestAnswers, args: { accounts, since, until: now() } },
  ])
  const days = byAccount(dayRows, (row) => ({
    event: String(row['event']),
    day: String(row['day']),
    count: Number(row['count']),
  }))
  const totals = byAccount(totalRows, (row) => [String(row['event']), Number(row['count'])] as const)
  const answers = byAccount(answerRows, (row) => ({
    survey: String(row['survey']),
    answers: JSON.parse(String(row['answers'])) as Record<string, unknown>,
    at: Number(row['created_at']),
  }))
  return new Map(
    (accountRows?.rows ?? []).map((row) => {
      const id = String(row['id'])
      const facts: MeasureFacts = {
        traits: JSON.parse(String(row['traits'])) as Record<string, unknown>,
        segment: row['segment'] === null ? null : String(row['segment']),
        name: String(row['name'] ?? id),
        revision: Number(row['revision']),
        days: days.get(id) ?? [],
        totals: new Map(totals.get(id)),
        answers: answers.get(id) ?? [],
      }
      return [id, facts]
    }),
  )
}

/** What rows say, by the account they are of. */
function byAccount<Read>(result: ResultSet | undefined, read: (row: Row) => Read): Map<string, Read[]> {
  const groups = Map.groupBy(result?.rows ?? [], (row) => String(row['account_id']))
  return new Map([...groups].map(([account, rows]) => [account, rows.map(read)]))
}
