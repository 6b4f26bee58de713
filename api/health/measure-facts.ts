import type { MeasureCatalogue } from '../../content/schema.ts'
import type { Services } from '../services.ts'

/** What an account's measures are derived from. */
export interface MeasureFacts {
  traits: Record<string, unknown>
  segment: string | null
  /** Counts by event and day (UTC), for as many days as any measure looks back; of support requests for all days. */
  days: { event: string; day: string; count: number }[]
  /** Latest answer of each person, by `survey/question`. */
  answers: { survey: string; answers: Record<string, unknown>; at: number }[]
}

const day = 86_400_000

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

// The latest response of each person to each survey.
const latestAnswers = `
  SELECT account_id, survey, answers, created_at FROM (
    SELECT account_id, survey, answers, created_at,
      row_number() OVER (PARTITION BY survey, coalesce(user_id, anonymous_id, id) ORDER BY created_at DESC, id DESC) AS place
    FROM survey_responses
    WHERE account_id IN (SELECT value FROM json_each(:accounts)) AND created_at > :since AND created_at <= :until)
  WHERE place = 1`

/** Loads what the measures of these accounts need, in one round trip however many they are. */
export async function loadMeasureFacts(
  { database, definitions, now }: Services,
  accountIds: string[],
): Promise<Map<string, MeasureFacts>> {
  const since = now() - longestWindow(definitions.measures) * day
  const accounts = JSON.stringify(accountIds)
  const [accountRows, dayRows, answerRows] = await database.client.batch(
    [
      {
        sql: 'SELECT id, traits, segment FROM accounts WHERE id IN (SELECT value FROM json_each(:accounts))',
        args: { accounts },
      },
      {
        sql: `SELECT account_id, event, day, count FROM daily_events
          WHERE account_id IN (SELECT value FROM json_each(:accounts)) AND day <= :today
            AND (day > :day OR event IN (SELECT value FROM json_each(:timeless)))`,
        args: {
          accounts,
          day: new Date(since).toISOString().slice(0, 10),
          today: new Date(now()).toISOString().slice(0, 10),
          timeless: JSON.stringify(timelessEvents(definitions.measures)),
        },
      },
      { sql: latestAnswers, args: { accounts, since, until: now() } },
    ],
    'read',
  )
  const facts = new Map<string, MeasureFacts>(
    (accountRows?.rows ?? []).map((row) => [
      String(row['id']),
      {
        traits: JSON.parse(String(row['traits'])) as Record<string, unknown>,
        segment: row['segment'] === null ? null : String(row['segment']),
        days: [],
        answers: [],
      },
    ]),
  )
  for (const row of dayRows?.rows ?? []) {
    facts.get(String(row['account_id']))?.days.push({
      event: String(row['event']),
      day: String(row['day']),
      count: Number(row['count']),
    })
  }
  for (const row of answerRows?.rows ?? []) {
    facts.get(String(row['account_id']))?.answers.push({
      survey: String(row['survey']),
      answers: JSON.parse(String(row['answers'])) as Record<string, unknown>,
      at: Number(row['created_at']),
    })
  }
  return facts
}
