import { openSearch, type Search } from '../../search/query/open-search.ts'

/**
 * The search of a language, with the files that the build has made: loaded when it is first asked for, and again after
 * it could not be.
 */
export function prepareSearch(locale: string): () => Promise<Search> {
  let search: Promise<Search> | undefined
  return () =>
    (search ??= openSearch(locale, loadFile).catch((error: unknown) => {
      search = undefined
      throw error
    }))
}

async function loadFile(path: string): Promise<unknown> {
  const response = await fetch(`/search-index/${path}`)
  if (!response.ok) throw new Error(`/search-index/${path}: ${response.status}`)
  return response.json()
}
