import { dayOf } from '../day.ts'
import type { Services } from '../services.ts'

/** Counts a view of an article. Only the day is kept, and nothing of the reader. */
export async function countView(
  { database, now }: Services,
  { article, locale }: { article: string; locale: string },
): Promise<void> {
  await database.write([
    {
      sql: `INSERT INTO article_views (article, locale, day, count) VALUES (:article, :locale, :day, 1)
      ON CONFLICT (article, locale, day) DO UPDATE SET count = count + 1`,
      args: { article, locale, day: dayOf(now()) },
    },
  ])
}
