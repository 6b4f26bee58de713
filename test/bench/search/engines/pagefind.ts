import { idOf, pageSize, type Find } from './engine.ts'

interface Pagefind {
  init: () => Promise<void>
  search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>
}

/** Pagefind as it comes. A title is in the text of a result, so results are only known with it. */
export async function open(): Promise<{ find: Find; show: Find }> {
  const path = '/pagefind/pagefind.js'
  const pagefind = (await import(path)) as Pagefind
  await pagefind.init()
  const find: Find = async (query) => {
    const { results } = await pagefind.search(query)
    const shown = await Promise.all(results.slice(0, pageSize).map((result) => result.data()))
    return shown.map(({ url }) => idOf(url))
  }
  return { find, show: find }
}
