import type { Term } from '../text/analyze.ts'
import { correctWord } from './correct-word.ts'
import { findPhrases, joinWords } from './find-phrases.ts'
import { synonymsAt, synonymsOf, wayOf, waysOf } from './find-ways.ts'
import type { SearchIndex } from './read-index.ts'
import { readQuery } from './read-query.ts'

/** Terms that an article may have for a part of the query: all of them, or it does not count. */
export interface Way {
  terms: readonly number[]
  /** How much it counts, up to 1 for the very words. */
  weight: number
  /** True for what only means much the same: texts are full of such words, so it counts where it heads something. */
  inHeads?: true
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

/** How much synonyms of a word count that was only probably meant. */
const afterCorrection = 0.8

/** With more words than that a query says exactly what it means, as pasted errors do, and other words count less. */
const few = 4

/**
 * Finds out what a query may mean: forms, families and synonyms of its words, and what was meant by unknown ones.
 *
 * @param options.exact - Takes unknown words as they are.
 * @param options.lenient - Takes words for others that are further away: better than nothing.
 */
export function planQuery(index: SearchIndex, query: string, { exact = false, lenient = false } = {}): Plan {
  const words = readQuery(index, query)
  const phrases = findPhrases(index, words)
  const inPhrase = (at: number) => phrases.some((phrase) => at >= phrase.at && at < phrase.at + phrase.length)
  const says = (word: Term, at: number) => !index.analyzer.isStop(word.text) || inPhrase(at)
  const telling = words.filter(says).length
  const exactness = Math.min(1, few / telling)

  const concepts: Concept[] = []
  const corrections: { word: Term; text: string }[] = []
  words.forEach((word, at) => {
    if (index.analyzer.isStop(word.text) && telling > 0) return
    const unfinished = word.end === query.length
    const ways = waysOf(index, word, unfinished)
    if (ways.length === 0 && !exact && !index.synonyms.has(word.stem) && !inPhrase(at)) {
      const found = correctWord(index, word.text, { unfinished, lenient })
      if (found[0]) corrections.push({ word, text: found[0].text })
      for (const { stems: meant, weight } of found) {
        ways.push(...wayOf(index, meant, { weight }))
        if (meant.length === 1) ways.push(...synonymsOf(index, meant[0] ?? '', { factor: weight * afterCorrection }))
      }
    }
    ways.push(...synonymsAt(index, words, { at, exactness }))
    if (ways.length > 0) {
      concepts.push({ at, length: 1, ways, ...(index.analyzer.isWeak(word.stem) && { isWeak: true }) })
    }
  })
  return {
    stems: words.map(({ stem }) => stem),
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
