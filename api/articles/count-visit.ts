import { dayOf } from '../day.ts'
import type { Services } from '../services.ts'

/** What is counted of an article: that it was opened, or left for support. */
type Counted = 'count' | 'contacted'

/** Counts what happened with an article. Only the day is kept, and nothing of the reader. */
export async function countVisit(
  { database, now }: Services,
  { article, locale, what = 'count' }: { article: string; locale: string; what?: Counted },
): Promise<void> {
  await database.write([
    {
      sql: `INSERT INTO article_views (article, locale, day, count, contacted)
      VALUES (:article, :locale, :day, :opened, 1 - :opened)
      ON CONFLICT (article, locale, day) DO UPDATE SET
        count = count + excluded.count, contacted = contacted + excluded.contacted`,
      args: { article, locale, day: dayOf(now()), opened: what === 'count' ? 1 : 0 },
    },
  ])
}
