import type { Hit } from '../../search/query/open-search.ts'
import { prepareSearch } from '../../search/query/prepare-search.ts'

const mostSuggestions = 3

/** Finds articles for a subject as it is typed, the most likely first, by the search of this help center. */
export function suggestBySearch(locale: string): (subject: string) => Promise<Hit[]> {
  const load = prepareSearch(locale)
  return async (subject) => {
    const { hits } = await (await load()).find(subject)
    return hits.slice(0, mostSuggestions)
  }
}
