import type { z } from 'zod'
import { shareInterval } from '../../surveys/scoring.ts'
import type { Page } from '../contract/pagination.ts'
import type { SearchInsight, SearchInsightsQuery } from '../contract/searches.ts'
import { fromCursor, toPage } from '../cursor.ts'
import { dayInMilliseconds } from '../day.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'

/** A share of nothing may be any. */
const unknown = { lower: 0, upper: 1 }

const usualDays = 30
const mostDays = 366

const inPeriod = 'created_at >= :from AND created_at < :to AND (:locale IS NULL OR locale = :locale)'

/** What a search is listed by: how often it was made, found nothing, or led nowhere. */
const weights = {
  top: 'searches',
  unanswered: 'without_answer',
  unclicked: 'searches - clicks - without_answer',
} satisfies Record<z.output<typeof SearchInsightsQuery>['show'], string>

// Counted from the index alone; the rows themselves are opened for what is shown.
const listed = (weight: string) => `
  WITH counted AS (
    SELECT normalised, locale, count(*) AS searches, sum(results = 0 AND clicked IS NULL) AS without_answer,
      count(clicked) AS clicks, max(rowid) AS latest
    FROM searches WHERE ${inPeriod} GROUP BY normalised, locale),
  weighed AS (SELECT *, ${weight} AS weight, locale || ' ' || normalised AS id FROM counted)
  SELECT weighed.*, shown.query FROM (
    SELECT * FROM weighed WHERE weight > 0 AND (:weight IS NULL OR (weight, id) < (:weight, :id))
    ORDER BY weight DESC, id DESC LIMIT :limit) AS weighed
  CROSS JOIN searches AS shown ON shown.rowid = weighed.latest
  ORDER BY weight DESC, weighed.id DESC`

const clickedOf = `
  SELECT locale || ' ' || normalised AS id, clicked, count(*) AS count FROM searches
  WHERE ${inPeriod} AND clicked IS NOT NULL AND locale || ' ' || normalised IN (SELECT value FROM json_each(:ids))
  GROUP BY 1, 2 ORDER BY count DESC, clicked`

/** The period that is asked for, in milliseconds. */
function periodOf({ from, to }: { from?: string | undefined; to?: string | undefined }, now: number) {
  const end = to === undefined ? now + 1 : Date.parse(to)
  const start = from === undefined ? end - usualDays * dayInMilliseconds : Date.parse(from)
  if (end - start <= mostDays * dayInMilliseconds) return { from: start, to: end }
  throw new ApiError('invalid', `The period is longer than ${mostDays} days.`, {
    errors: [{ path: 'from', detail: `Send a time at most ${mostDays} days before the end of the period.` }],
  })
}

/** What people look for, whether it is found, and what they open then. */
export async function readSearchInsights(
  { database, now }: Services,
  { limit, cursor, show, locale, ...asked }: z.output<typeof SearchInsightsQuery>,
): Promise<Page<SearchInsight>> {
  const [weight, id] = cursor ? fromCursor(cursor) : [null, '']
  const scope = { ...periodOf(asked, now()), locale: locale ?? null }
  const [found] = await database.mayLag.read([
    { sql: listed(weights[show]), args: { ...scope, weight, id, limit: limit + 1 } },
  ])
  const rows = found?.rows ?? []
  const ids = JSON.stringify(rows.slice(0, limit).map((row) => row['id']))
  const [opened] = await database.mayLag.read([{ sql: clickedOf, args: { ...scope, ids } }])
  return toPage(rows, {
    limit,
    position: (row) => [Number(row['weight']), String(row['id'])],
    show: (row) => {
      const [searches, withoutAnswer, clicks] = [row['searches'], row['without_answer'], row['clicks']].map(Number) as [
        number,
        number,
        number,
      ]
      return {
        query: String(row['query']),
        locale: String(row['locale']),
        searches,
        withoutAnswer,
        withoutClick: searches - withoutAnswer - clicks,
        clicks,
        clickShare: clicks / searches,
        clickShareInterval: shareInterval(clicks, searches) ?? unknown,
        clicked: (opened?.rows ?? [])
          .filter((other) => other['id'] === row['id'])
          .slice(0, 5)
          .map((other) => ({ article: String(other['clicked']), count: Number(other['count']) })),
      }
    },
  })
}
