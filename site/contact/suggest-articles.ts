import { articleUrl } from '../../content/article-address.ts'
import type { Search } from '../../search/query/open-search.ts'
import { loadSearch } from '../search/load-search.ts'

/** An article that may answer what somebody is about to ask. */
export interface Suggestion {
  url: string
  title: string
}

const mostSuggestions = 3

/** Finds articles for a subject as it is typed, the most likely first, by the search of this help center. */
export function suggestBySearch(locale: string): (subject: string) => Promise<Suggestion[]> {
  let search: Promise<Search> | undefined
  const load = () =>
    (search ??= loadSearch(locale).catch((error: unknown) => {
      search = undefined
      throw error
    }))
  return async (subject) => {
    const { hits } = await (await load()).find(subject)
    return hits.slice(0, mostSuggestions).map(({ id, title }) => ({ url: articleUrl(locale, id), title }))
  }
}
