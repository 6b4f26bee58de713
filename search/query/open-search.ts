import type { ArticleText, IndexFile, Postings } from '../index/index-file.ts'
import { makeExcerpt, type Excerpt } from './excerpt.ts'
import { marksOf, type Marks } from './marks.ts'
import { namedBy } from './named-by.ts'
import { planQuery, type Plan } from './plan-query.ts'
import { rank } from './rank.ts'
import { readIndex, type IndexedArticle, type SearchIndex } from './read-index.ts'

/** An article that was found. */
export interface Hit extends IndexedArticle {
  /** Whether it has something for every word that says something. */
  isComplete: boolean
}

/** What was found for a query. */
export interface Finding {
  /** Best first. */
  hits: Hit[]
  /** The query with the words that were meant; null where nothing was corrected. */
  corrected: string | null
  /** What to mark in the texts of the hits. */
  marks: Marks
}

/** A search over the articles of one language. */
export interface Search {
  /**
   * Finds articles.
   *
   * @param options.exact - Takes unknown words as they are, instead of what they may mean.
   * @param options.named - Leaves out what has no word that says something, itself or of its family, in its title or keywords.
   */
  find: (query: string, options?: { exact?: boolean; named?: boolean }) => Promise<Finding>
  /** Articles by their ids, without those that there are not. */
  named: (ids: readonly string[]) => IndexedArticle[]
  /** What newcomers read first. */
  first: readonly IndexedArticle[]
  /** The part of an article's text that answers best. */
  excerpt: (hit: IndexedArticle, marks: Marks) => Promise<Excerpt>
}

/** Hits that are much worse than the best one are left out, and nobody reads more than that. */
const [worst, most] = [0.25, 50]

/**
 * Opens the search of a language. Files are loaded when they are needed, each once.
 *
 * @param load - Loads and parses a file by its path in the folder of indexes.
 * @example
 * ```ts
 * const search = await openSearch('en', async (path) => (await fetch(`/search-index/${path}`)).json())
 * const { hits } = await search.find('refund for a cancled order')
 * ```
 */
export async function openSearch(locale: string, load: (path: string) => Promise<unknown>): Promise<Search> {
  const index = readIndex((await load(`${locale}.json`)) as IndexFile)
  const loading = new Map<string, Promise<unknown>>()
  const once = (name: string): Promise<unknown> => {
    const begun = loading.get(name) ?? load(`${index.folder}/${name}.json`)
    loading.set(name, begun)
    // What failed is tried again when it is needed again.
    begun.catch(() => loading.delete(name))
    return begun
  }
  const loadBodies = (plan: Plan) =>
    Promise.all(
      bodiesFor(index, plan).map(async (body) => index.addBody(body, (await once(`body-${body}`)) as Postings)),
    )

  return {
    async find(query, { exact = false, named = false } = {}) {
      for (const lenient of [false, true]) {
        const plan = planQuery(index, query, { exact, lenient })
        await loadBodies(plan)
        const ranked = rank(index, plan)
        if (ranked.length === 0 && !lenient && !exact) continue
        const best = ranked.find(({ isPinned }) => !isPinned)?.score ?? 0
        const fits = named ? namedBy(index, query) : () => true
        const worthy = ranked.filter(({ score }) => score >= best * worst).slice(0, most)
        const hits = worthy.flatMap(({ article, isComplete }) => {
          const found = index.articles[article]
          return found && fits(article) ? [{ ...found, isComplete }] : []
        })
        return { hits, corrected: plan.corrected, marks: marksOf(index, plan) }
      }
      return { hits: [], corrected: null, marks: () => 0 }
    },
    named: (ids) => ids.flatMap((id) => index.articles.find((article) => article.id === id) ?? []),
    first: index.first,
    excerpt: async ({ number }, marks) =>
      makeExcerpt((await once(`text-${number}`)) as ArticleText, { analyzer: index.analyzer, marks }),
  }
}

/** The files of postings that a plan needs and that are not there yet. */
function bodiesFor(index: SearchIndex, { concepts }: Plan): number[] {
  const ways = concepts.flatMap((concept) => concept.ways).filter(({ inHeads }) => !inHeads)
  return [...new Set(ways.flatMap(({ terms }) => terms.map(index.bodyOf)))].filter((body) => !index.hasBody(body))
}
