import type { z } from 'zod'
import { articleAt } from '../../content/article-address.ts'
import type { SearchRequest } from '../contract/searches.ts'
import type { Services } from '../services.ts'
import { cleanQuery, normaliseQuery } from './clean-query.ts'

// A search and its click are one row; a later request adds to it and takes nothing away.
const upsert = `
  INSERT INTO searches (id, query, normalised, locale, results, clicked, created_at)
  VALUES (:id, :query, :normalised, :locale, :results, :clicked, :now)
  ON CONFLICT (id) DO UPDATE SET clicked = excluded.clicked
  WHERE clicked IS NULL AND normalised = excluded.normalised AND locale = excluded.locale`

/** What was opened: an article by its id, else the path alone, which names no person as a query may. */
const placeOf = (clicked: string): string =>
  articleAt(clicked)?.id ?? clicked.replace(/^https?:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '')

/** Stores a search, or adds the click to one. */
export async function reportSearch(
  { database, now, newId }: Services,
  given: z.output<typeof SearchRequest>,
): Promise<{ id: string }> {
  const id = given.id ?? newId()
  const query = cleanQuery(given.query)
  await database.write([
    {
      sql: upsert,
      args: {
        id,
        query,
        normalised: normaliseQuery(query),
        locale: given.locale,
        results: given.results,
        clicked: given.clicked === undefined ? null : placeOf(given.clicked),
        now: now(),
      },
    },
  ])
  return { id }
}
