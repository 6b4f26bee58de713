import type { Hit } from '../../search/query/open-search.ts'

/** What somebody searches for, as it stands in the address of the search page. */
export interface Asked {
  query: string
  /** The id of the topic that it is narrowed down to; empty for all. */
  topic: string
  /** True where no word is to be taken for another. */
  exact: boolean
}

/** What is typed, with spaces for those that do not break, and without halves of letters: both come with what is pasted. */
export const typedIn = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd').replace(/\s/g, ' ')

/**
 * Reads what an address asks for.
 *
 * @example
 * ```ts
 * readAddress('?q=move+a+lesson&topic=planning') // { query: 'move a lesson', topic: 'planning', exact: false }
 * ```
 */
export function readAddress(search: string): Asked {
  const asked = new URLSearchParams(search)
  return { query: typedIn(asked.get('q') ?? '').trim(), topic: asked.get('topic') ?? '', exact: asked.has('exact') }
}

/** The end of the address that asks for it; empty where nothing is asked. */
export function addressOf({ query, topic, exact }: Asked): string {
  const asked = query.trim()
  if (asked === '') return ''
  return `?q=${encodeURIComponent(asked)}${topic && `&topic=${encodeURIComponent(topic)}`}${exact ? '&exact' : ''}`
}

/** The id of a hit's topic. */
export const topicOf = ({ id }: Pick<Hit, 'id'>): string => id.split('/')[0] ?? ''
