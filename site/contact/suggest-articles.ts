import { articleUrl } from '../../content/article-address.ts'
import { prepareSearch } from '../search/load-search.ts'

/** An article that may answer what somebody is about to ask. */
export interface Suggestion {
  url: string
  title: string
}

const mostSuggestions = 3

/** Finds articles for a subject as it is typed, the most likely first, by the search of this help center. */
export function suggestBySearch(locale: string): (subject: string) => Promise<Suggestion[]> {
  const load = prepareSearch(locale)
  return async (subject) => {
    const { hits } = await (await load()).find(subject)
    return hits.slice(0, mostSuggestions).map(({ id, title }) => ({ url: articleUrl(locale, id), title }))
  }
}
