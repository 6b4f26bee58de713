import type { Database } from '../db/open.ts'
import { dayInMilliseconds, dayOf } from '../day.ts'
import type { Services } from '../services.ts'

/** Recent enough to be what people need now. */
const window = 30 * dayInMilliseconds
/** Fewer views are chance. */
const leastViews = 5
const most = 10
/** Anybody may ask, so nobody makes the table be read more often. */
const keptFor = 10 * 60 * 1000

/** Articles by the language that they were read in. */
type Popular = Map<string, string[]>

const kept = new WeakMap<Database, { until: number; popular: Promise<Popular> }>()

/** The articles of a language that were opened most in the last 30 days, `category/slug`, at most ten minutes old. */
export async function readPopularArticles({ database, now }: Services, locale: string): Promise<string[]> {
  const known = kept.get(database)
  if (known && known.until > now()) return (await known.popular).get(locale) ?? []
  const popular = countViews(database, dayOf(now() - window))
  // All languages at once, so that asking for ever other ones reads nothing.
  kept.set(database, { until: now() + keptFor, popular })
  popular.catch(() => kept.delete(database))
  return (await popular).get(locale) ?? []
}

async function countViews(database: Database, since: string): Promise<Popular> {
  const [counted] = await database.mayLag.read([
    {
      sql: `SELECT locale, article FROM (
          SELECT locale, article, row_number() OVER (PARTITION BY locale ORDER BY sum(count) DESC, article) AS place
          FROM article_views WHERE day >= :since GROUP BY locale, article HAVING sum(count) >= :leastViews)
        WHERE place <= :most ORDER BY locale, place`,
      args: { since, leastViews, most },
    },
  ])
  const popular: Popular = new Map()
  for (const row of counted?.rows ?? []) {
    const locale = String(row['locale'])
    popular.set(locale, [...(popular.get(locale) ?? []), String(row['article'])])
  }
  return popular
}
