import { openSearch } from '../../../../search/query/open-search.ts'
import { pageSize, type Find } from './engine.ts'

/** The help center's own search. */
export async function open(): Promise<{ find: Find; show: Find }> {
  const search = await openSearch('en', async (path) => (await fetch(`/search-index/${path}`)).json())
  const find: Find = async (query) => (await search.find(query)).hits.map(({ id }) => id)
  const show: Find = async (query) => {
    const { hits, marks } = await search.find(query)
    await Promise.all(hits.slice(0, pageSize).map((hit) => search.excerpt(hit, marks)))
    return hits.map(({ id }) => id)
  }
  return { find, show }
}
