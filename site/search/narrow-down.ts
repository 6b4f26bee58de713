import type { Hit } from '../../search/query/open-search.ts'
import { topicOf } from './search-address.ts'

/** Offers the topics that have hits, and leaves those of the chosen one. A topic without any is not chosen any more. */
export function narrowDown(
  hits: readonly Hit[],
  { topics, chosen, locale }: { topics: HTMLSelectElement; chosen: string; locale: string },
): Hit[] {
  const [all] = topics.options
  const names = new Map(hits.map((hit) => [topicOf(hit), hit.category]))
  const sorted = [...names].sort(([, a], [, b]) => a.localeCompare(b, locale))
  topics.replaceChildren(...(all ? [all] : []), ...sorted.map(([id, name]) => new Option(name, id)))
  topics.value = names.has(chosen) ? chosen : ''
  topics.hidden = names.size < 2
  return hits.filter((hit) => topics.value === '' || topicOf(hit) === topics.value)
}
