import type { Database } from '../db/open.ts'
import { dayOf } from '../day.ts'
import type { Services } from '../services.ts'

const day = 24 * 60 * 60 * 1000
/** Recent enough to be what people need now. */
const window = 30 * day
/** Fewer views are chance. */
const leastViews = 5
const most = 10
/** Anybody may ask, so nobody makes the table be read more often. */
const keptFor = 10 * 60 * 1000

const kept = new WeakMap<Database, Map<string, { until: number; articles: Promise<string[]> }>>()

/** The articles of a language that were opened most in the last 30 days, `category/slug`, at most ten minutes old. */
export function readPopularArticles({ database, now }: Services, locale: string): Promise<string[]> {
  const byLocale = kept.get(database) ?? new Map<string, { until: number; articles: Promise<string[]> }>()
  kept.set(database, byLocale)
  const known = byLocale.get(locale)
  if (known && known.until > now()) return known.articles
  // Languages are few, and names of languages that there are not are many.
  if (byLocale.size > 100) byLocale.clear()
  const articles = countViews(database, { locale, since: dayOf(now() - window) })
  byLocale.set(locale, { until: now() + keptFor, articles })
  articles.catch(() => byLocale.delete(locale))
  return articles
}

async function countViews(database: Database, { locale, since }: { locale: string; since: string }): Promise<string[]> {
  const [counted] = await database.mayLag.read([
    {
      sql: `SELECT article FROM article_views WHERE locale = :locale AND day >= :since
        GROUP BY article HAVING sum(count) >= :leastViews ORDER BY sum(count) DESC, article LIMIT :most`,
      args: { locale, since, leastViews, most },
    },
  ])
  return (counted?.rows ?? []).map((row) => String(row['article']))
}
