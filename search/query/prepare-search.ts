import { openSearch, type Search } from './open-search.ts'

/**
 * The search of a language, with the files that the build has made: loaded when it is first asked for, and again after
 * it could not be.
 *
 * @param folder - Address of the folder of indexes, with a slash at its end.
 */
export function prepareSearch(locale: string, folder = '/search-index/'): () => Promise<Search> {
  const load = async (path: string): Promise<unknown> => {
    const response = await fetch(folder + path)
    if (!response.ok) throw new Error(`${folder}${path}: ${response.status}`)
    return response.json()
  }
  let search: Promise<Search> | undefined
  return () =>
    (search ??= openSearch(locale, load).catch((error: unknown) => {
      search = undefined
      throw error
    }))
}
