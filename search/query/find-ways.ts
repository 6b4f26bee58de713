import type { Term } from '../text/analyze.ts'
import type { Way } from './plan-query.ts'
import type { SearchIndex } from './read-index.ts'
import { wordRange } from './word-range.ts'

/** How much words count beside the very one. */
const weights = { family: 0.6, prefix: 0.7, prefixOfWord: 0.28, unsaid: 1.2 }

/** After two letters of a word nobody can say which of hundreds is meant. */
const mostLikely = 60
/** How far the second word of a phrase may be from its first. */
const farthest = 4

/** The word itself, its family, and what it may become while it is typed. */
export function waysOf(index: SearchIndex, word: Term, unfinished: boolean): Way[] {
  const ways = new Map<number, number>()
  const add = (term: number | undefined, weight: number) => {
    if (term !== undefined && (ways.get(term) ?? 0) < weight) ways.set(term, weight)
  }
  add(index.termOf(word.stem), 1)
  add(index.termOf(word.text), 1)
  const isWhole = ways.size > 0
  for (const stem of familyOf(index, word.stem)) add(index.termOf(stem), weights.family)
  if (unfinished && word.text.length > 1) {
    const likely = beginningWith(index, word.text)
    const sum = likely.reduce((total, { frequency }) => total + frequency, 0)
    for (const { term, frequency } of likely) {
      add(term, (isWhole ? weights.prefixOfWord : weights.prefix) * (0.6 + (0.4 * frequency) / sum))
    }
  }
  return [...ways].map(([term, weight]) => ({ terms: [term], weight }))
}

/** The terms that what is typed may become, the most frequent first. */
function beginningWith(index: SearchIndex, typed: string): { term: number; frequency: number }[] {
  const { from, to } = wordRange(index.words, typed)
  const terms = new Set(index.stems.slice(from, to).map((stem) => index.termOf(stem) ?? 0))
  return [...terms]
    .map((term) => ({ term, frequency: 1 + index.headsOf(term).articles.length }))
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, mostLikely)
}

/** The stems of a word's family: they begin alike, so they stand together. */
function familyOf(index: SearchIndex, stem: string): string[] {
  const { root } = index.analyzer
  const own = root(stem)
  if (own.length < 3 || /\d/.test(own)) return []
  const { from, to } = wordRange(index.words, own.slice(0, Math.max(3, own.length - 1)))
  return [...new Set(index.stems.slice(from, to))].filter((other) => other !== stem && root(other) === own)
}

/** A way of several stems, if some article may have them; stop words between them do not count. */
export function wayOf(index: SearchIndex, stems: readonly string[], way: Omit<Way, 'terms'>): Way[] {
  const telling = stems.filter((stem) => stems.length === 1 || !index.analyzer.isStop(stem))
  const terms = telling.map(index.termOf).filter((term) => term !== undefined)
  return terms.length > 0 && terms.length === telling.length ? [{ ...way, terms }] : []
}

/** What means the same as a phrase, counting so much of what it would. */
export const synonymsOf = (index: SearchIndex, phrase: string, { factor = 1, inTexts = false } = {}): Way[] =>
  (index.synonyms.get(phrase) ?? []).flatMap(({ phrase: other, weight }) =>
    wayOf(index, other.split(' '), { weight: weight * factor, ...(!inTexts && { inHeads: true }) }),
  )

/**
 * What means the same as a word, also with a word that comes later: `send it back` is `send back`. The less articles say
 * of the word itself, the more that counts.
 */
export function synonymsAt(
  index: SearchIndex,
  words: readonly Term[],
  { at, exactness }: { at: number; exactness: number },
): Way[] {
  const stem = words[at]?.stem ?? ''
  const term = index.termOf(stem)
  const isHead = term !== undefined && index.headsOf(term).articles.length > 0
  return [
    ...synonymsOf(index, stem, { factor: exactness * (isHead ? 1 : weights.unsaid), inTexts: term === undefined }),
    ...words.slice(at + 2, at + 1 + farthest).flatMap((later) => synonymsOf(index, `${stem} ${later.stem}`)),
  ]
}
