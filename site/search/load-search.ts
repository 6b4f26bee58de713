import { openSearch, type Search } from '../../search/query/open-search.ts'

/** Opens the search of a language with the files that the build has made. */
export const loadSearch = (locale: string): Promise<Search> =>
  openSearch(locale, async (path) => {
    const response = await fetch(`/search-index/${path}`)
    if (!response.ok) throw new Error(`/search-index/${path}: ${response.status}`)
    return response.json()
  })
