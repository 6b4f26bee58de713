import MiniSearch from 'minisearch'
import { miniSearchFields } from '../minisearch-fields.ts'
import type { Find } from './engine.ts'

/** MiniSearch with the options that its guide recommends for a search box. */
export async function open(): Promise<{ find: Find; show: Find }> {
  const index = MiniSearch.loadJSON(await (await fetch('/bench/minisearch.json')).text(), miniSearchFields)
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 4, headings: 2, description: 2 } }
  const find: Find = (query) => Promise.resolve(index.search(query, options).map(({ id }) => String(id)))
  return { find, show: find }
}
