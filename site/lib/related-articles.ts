import { languageOf } from '../../search/languages/language-of.ts'
import { createAnalyzer, type Analyzer } from '../../search/text/analyze.ts'
import type { ArticleSummary } from './library.ts'

/** Finds what to read after an article. */
export type RelatedTo = (
  article: ArticleSummary,
  options?: { limit?: number; except?: readonly string[] },
) => ArticleSummary[]

/** How much a shared word counts by where it stands. */
const weights = { title: 4, keywords: 3, description: 2, headings: 1 }

/**
 * Prepares the search for related articles among those of one language: the ones that an article names, else those
 * that share the most words with it, in whatever forms, rare words counting more than common ones.
 */
export function relateArticles(articles: readonly ArticleSummary[]): RelatedTo {
  const byId = new Map(articles.map((article) => [article.id, article]))
  // What stands in for a missing translation is read in its own language.
  const locales = [...new Set(articles.map(({ locale }) => locale))]
  const analyzers = new Map(locales.map((locale) => [locale, createAnalyzer(languageOf(locale))]))
  const profiles = new Map(
    articles.map((article) => {
      const analyzer = analyzers.get(article.locale)
      return [article.id, analyzer ? wordsOf(article, analyzer) : new Map<string, number>()]
    }),
  )
  const postings = new Map<string, string[]>()
  for (const [id, words] of profiles) {
    for (const word of words.keys()) {
      const holders = postings.get(word)
      if (holders) holders.push(id)
      else postings.set(word, [id])
    }
  }

  // Words of that many articles tell nothing, and comparing by them makes a large help center slow to build.
  const common = Math.max(20, articles.length / 20)

  return (article, { limit = 3, except = [] } = {}) => {
    if (article.related) return article.related.flatMap((id) => byId.get(id) ?? []).slice(0, limit)
    const scores = new Map<string, number>()
    for (const [word, weight] of profiles.get(article.id) ?? []) {
      const holders = postings.get(word) ?? []
      if (holders.length > common) continue
      const rarity = Math.log(articles.length / holders.length)
      for (const id of holders) {
        scores.set(id, (scores.get(id) ?? 0) + rarity * weight * (profiles.get(id)?.get(word) ?? 0))
      }
    }
    return [...scores]
      .filter(([id, score]) => id !== article.id && score > 0 && !except.includes(id))
      .sort(([idA, a], [idB, b]) => b - a || idA.localeCompare(idB))
      .slice(0, limit)
      .flatMap(([id]) => byId.get(id) ?? [])
  }
}

/** The words of an article that say something, by what their families share, with the weight of the best place each stands in. */
function wordsOf(article: ArticleSummary, analyzer: Analyzer): Map<string, number> {
  const words = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const { text: word, stem } of analyzer.terms(text)) {
      if (analyzer.isStop(word) || analyzer.isWeak(stem)) continue
      const root = analyzer.root(stem)
      words.set(root, Math.max(weight, words.get(root) ?? 0))
    }
  }
  add(article.title, weights.title)
  add(article.keywords.join(' '), weights.keywords)
  add(article.description ?? '', weights.description)
  add(article.headings.join(' '), weights.headings)
  return words
}
