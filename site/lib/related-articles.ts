import { languageOf } from '../../search/languages/language-of.ts'
import { createAnalyzer, type Analyzer } from '../../search/text/analyze.ts'
import { perLocale } from '../i18n/per-locale.ts'
import type { ArticleSummary } from './library.ts'

/** Finds what to read after an article. */
export type RelatedTo = (
  article: ArticleSummary,
  options?: { limit?: number; except?: readonly string[] },
) => ArticleSummary[]

const analyzerOf = perLocale((locale) => createAnalyzer(languageOf(locale)))

/** How much a shared word counts by where it stands. */
const weights = { title: 4, keywords: 3, description: 2, headings: 1 }

/**
 * Prepares the search for related articles among those of one language: the ones that an article names, else those
 * that share the most words with it, in whatever forms, rare words counting more than common ones.
 */
export function relateArticles(articles: readonly ArticleSummary[]): RelatedTo {
  // What stands in for a missing translation is read in its own language.
  const profiles = articles.map((article) => wordsOf(article, analyzerOf(article.locale)))
  /** Which articles have a word, by their places, and with what weight. */
  const postings = new Map<string, { place: number; weight: number }[]>()
  for (const [place, words] of profiles.entries()) {
    for (const [word, weight] of words) {
      const holders = postings.get(word)
      if (holders) holders.push({ place, weight })
      else postings.set(word, [{ place, weight }])
    }
  }
  const places = new Map(articles.map(({ id }, place) => [id, place]))
  const named = (id: string) => articles[places.get(id) ?? -1] ?? []

  // Words of that many articles tell nothing, and comparing by them makes a large help center slow to build.
  const common = Math.max(20, Math.min(100, articles.length / 20))

  return (article, { limit = 3, except = [] } = {}) => {
    if (article.related) return article.related.flatMap(named).slice(0, limit)
    const own = places.get(article.id)
    const scores = new Map<number, number>()
    for (const [word, weight] of own === undefined ? [] : (profiles[own] ?? [])) {
      const holders = postings.get(word) ?? []
      if (holders.length > common) continue
      const rarity = Math.log(articles.length / holders.length)
      for (const { place, weight: theirs } of holders) {
        scores.set(place, (scores.get(place) ?? 0) + rarity * weight * theirs)
      }
    }
    for (const id of [article.id, ...except]) scores.delete(places.get(id) ?? -1)
    return highest(scores, limit).flatMap((place) => articles[place] ?? [])
  }
}

/** The places with the highest scores above 0, best first and equal ones in their order. */
function highest(scores: ReadonlyMap<number, number>, limit: number): number[] {
  const best: (readonly [place: number, score: number])[] = []
  for (const entry of scores) {
    const [, score] = entry
    const least = best.length < limit ? undefined : best.at(-1)
    if (score <= 0 || (least && score < least[1])) continue
    best.push(entry)
    best.sort(([placeA, a], [placeB, b]) => b - a || placeA - placeB).splice(limit)
  }
  return best.map(([place]) => place)
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
