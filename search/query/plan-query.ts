import type { Term } from '../text/analyze.ts'
import { correctWord } from './correct-word.ts'
import type { SearchIndex } from './read-index.ts'
import { wordRange } from './word-range.ts'

/** Terms that an article may have for a part of the query: all of them, or it does not count. */
export interface Way {
  terms: readonly number[]
  /** How much it counts, up to 1 for the very words. */
  weight: number
  /** True for what is only meant much the same: such words are everywhere in texts. */
  isSynonym?: true
}

/** A part of the query that means one thing. */
export interface Concept {
  /** Its first word, and how many there are. */
  at: number
  length: number
  ways: readonly Way[]
  /** True where words mean something together that they do not mean alone, such as `sign up`. */
  isPhrase?: true
  /** True for a word that people wrap around what they look for. */
  isWeak?: true
}

/** What a query asks for. */
export interface Plan {
  /** The stems of all its words. */
  stems: readonly string[]
  concepts: readonly Concept[]
  /** The query with the words that were meant; null where nothing was corrected. */
  corrected: string | null
}

/** How much words count beside the very one. */
const weights = { family: 0.6, prefix: 0.7, prefixOfWord: 0.28, afterCorrection: 0.8 }

/** More words than that come from a pasted text, and its beginning tells enough. */
const mostWords = 24
const longestPhrase = 4
/** After two letters of a word nobody can say which of hundreds is meant. */
const mostLikely = 60

/**
 * Finds out what a query may mean: forms, families and synonyms of its words, and what was meant by unknown ones.
 *
 * @param options.exact - Takes unknown words as they are.
 * @param options.lenient - Takes words for others that are further away: better than nothing.
 */
export function planQuery(index: SearchIndex, query: string, { exact = false, lenient = false } = {}): Plan {
  const words = index.analyzer
    .terms(query)
    .filter(({ joined }) => !joined)
    .slice(0, mostWords)
  const stems = words.map(({ stem }) => stem)
  const phrases = findPhrases(index, stems)
  const inPhrase = (at: number) => phrases.some((phrase) => at >= phrase.at && at < phrase.at + phrase.length)
  const says = (word: Term, at: number) => !index.analyzer.isStop(word.text) || inPhrase(at)
  const isEmpty = !words.some(says)
  const ended = !/[\p{L}\p{N}]$/u.test(query)

  const concepts: Concept[] = []
  const corrections: { word: Term; text: string }[] = []
  words.forEach((word, at) => {
    if (index.analyzer.isStop(word.text) && !isEmpty) return
    const unfinished = at === words.length - 1 && !ended
    const ways = waysOf(index, word, unfinished)
    if (ways.length === 0 && !exact && !index.synonyms.has(word.stem)) {
      const found = correctWord(index, word.text, { unfinished, lenient })
      if (found[0]) corrections.push({ word, text: found[0].text })
      for (const { stems: meant, weight } of found) {
        ways.push(...wayOf(index, meant, { weight }))
        if (meant.length === 1) ways.push(...synonymsOf(index, meant[0] ?? '', weight * weights.afterCorrection))
      }
    }
    ways.push(...synonymsOf(index, word.stem, 1))
    if (ways.length > 0) {
      concepts.push({ at, length: 1, ways, ...(index.analyzer.isWeak(word.stem) && { isWeak: true }) })
    }
  })
  return {
    stems,
    concepts: [...concepts, ...phrases, ...joinWords(index, words)],
    corrected: corrections.length > 0 ? correct(query, corrections) : null,
  }
}

function correct(query: string, corrections: readonly { word: Term; text: string }[]): string {
  return corrections.reduceRight(
    (text, { word, text: meant }) => text.slice(0, word.start) + meant + text.slice(word.end),
    query,
  )
}

/** The word itself, its family, and what it may become while it is typed. */
function waysOf(index: SearchIndex, word: Term, unfinished: boolean): Way[] {
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
function wayOf(index: SearchIndex, stems: readonly string[], way: Omit<Way, 'terms'>): Way[] {
  const telling = stems.filter((stem) => stems.length === 1 || !index.analyzer.isStop(stem))
  const terms = telling.map(index.termOf).filter((term) => term !== undefined)
  return terms.length > 0 && terms.length === telling.length ? [{ ...way, terms }] : []
}

const synonymsOf = (index: SearchIndex, phrase: string, factor: number): Way[] =>
  (index.synonyms.get(phrase) ?? []).flatMap(({ phrase: other, weight }) =>
    wayOf(index, other.split(' '), { weight: weight * factor, isSynonym: true }),
  )

/** Words that mean something together, the longest first. */
function findPhrases(index: SearchIndex, stems: readonly string[]): Concept[] {
  const phrases: Concept[] = []
  for (let at = 0; at < stems.length; at++) {
    for (let length = Math.min(longestPhrase, stems.length - at); length > 1; length--) {
      const own = stems.slice(at, at + length)
      const ways = synonymsOf(index, own.join(' '), 1)
      if (ways.length === 0) continue
      phrases.push({ at, length, ways: [...ways, ...wayOf(index, own, { weight: 1 })], isPhrase: true })
      at += length - 1
      break
    }
  }
  return phrases
}

/** Neighbours that articles write as one word. */
function joinWords(index: SearchIndex, words: readonly Term[]): Concept[] {
  return words.slice(1).flatMap((word, at) => {
    const term = index.termOf(index.analyzer.stem((words[at]?.text ?? '') + word.text))
    return term === undefined ? [] : [{ at, length: 2, ways: [{ terms: [term], weight: 1 }] }]
  })
}
