import type { PopularArticles } from '../../api/contract/articles.ts'
import type { HelpView } from '../../api/contract/guidance.ts'
import type { Search } from '../../search/query/open-search.ts'
import type { IndexedArticle } from '../../search/query/read-index.ts'
import { matchesUrl } from '../guide/matches-url.ts'
import type { Desk } from './desk.ts'

const mostSuggested = 4

/** The articles that somebody chose for a page; none where nobody did. */
export const chosenFor = (suggestions: HelpView['suggestions'], url: string): string[] =>
  suggestions.find(({ url: page }) => matchesUrl(page, url))?.articles ?? []

/** What to search for on a page, the most telling first: its heading, and its title up to what is said on every page. */
export const wordsOfPage = ({ heading, title }: { heading: string; title: string }): string[] => {
  const [first = ''] = title.split(/\s[-–—|·:•]\s/)
  return [...new Set([heading, first].map((words) => words.replace(/\s+/g, ' ').trim().slice(0, 100)))].filter(Boolean)
}

/**
 * What a page calls itself may say nothing, as "Dashboard" does, and there is a word of it in some text all the same: only
 * what has one in its title or keywords is about it.
 */
export const foundFor = async (
  page: Parameters<typeof wordsOfPage>[0],
  { find }: Search,
): Promise<IndexedArticle[]> => {
  for (const query of wordsOfPage(page)) {
    const { hits } = await find(query, { exact: true, named: true })
    const articles = hits.filter(({ isComplete }) => isComplete).slice(0, mostSuggested)
    if (articles.length > 0) return articles
  }
  return []
}

/** What may help on the page on which somebody is, and why it is offered. */
export const suggest = async ({
  scene,
  words,
  locale,
  search,
}: Desk): Promise<{ why: string; articles: readonly IndexedArticle[] }> => {
  const { state, environment, api, key } = scene
  const page = environment.page()
  const loaded = await search()
  const chosen = loaded.named(chosenFor(state()?.help.suggestions ?? [], page.url))
  const heading = document.querySelector('h1')?.textContent ?? ''
  const here = chosen.length > 0 ? chosen : await foundFor({ heading, title: page.title }, loaded)
  if (here.length > 0) return { why: words.suggested, articles: here }
  const headers = { Authorization: `Bearer ${key}` }
  const answer = await fetch(`${api}/v1/articles/popular?locale=${locale}`, { headers, credentials: 'omit' })
  const { articles = [] } = answer.ok ? ((await answer.json()) as Partial<PopularArticles>) : {}
  const popular = loaded.named(articles).slice(0, mostSuggested)
  return popular.length > 0
    ? { why: words.mostRead, articles: popular }
    : { why: words.startHere, articles: loaded.first }
}
