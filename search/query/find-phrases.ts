import type { Term } from '../text/analyze.ts'
import { synonymsOf, wayOf } from './find-ways.ts'
import type { Concept } from './plan-query.ts'
import type { SearchIndex } from './read-index.ts'

const longestPhrase = 4

/** Words that mean something together, the longest first; `close my account` is also `close account`. */
export function findPhrases(index: SearchIndex, words: readonly Term[]): Concept[] {
  const phrases: Concept[] = []
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(index, words, at)
    if (!phrase) continue
    phrases.push(phrase)
    at += phrase.length - 1
  }
  return phrases
}

function phraseAt(index: SearchIndex, words: readonly Term[], at: number): Concept | undefined {
  const all = words.slice(at)
  const telling = all.filter(({ text }) => !index.analyzer.isStop(text))
  for (let length = longestPhrase; length > 1; length--) {
    for (const own of [all.slice(0, length), telling.slice(0, length)]) {
      const last = own.at(-1)
      if (own.length < length || own[0] !== words[at] || !last) continue
      const stems = own.map(({ stem }) => stem)
      const ways = synonymsOf(index, stems.join(' '))
      if (ways.length === 0) continue
      return {
        at,
        length: words.indexOf(last) - at + 1,
        ways: [...ways, ...wayOf(index, stems, { weight: 1 })],
        isPhrase: true,
      }
    }
  }
  return undefined
}

/** Neighbours that articles write as one word. */
export function joinWords(index: SearchIndex, words: readonly Term[]): Concept[] {
  return words.slice(1).flatMap((word, at) => {
    const term = index.termOf(index.analyzer.stem((words[at]?.text ?? '') + word.text))
    return term === undefined ? [] : [{ at, length: 2, ways: [{ terms: [term], weight: 1 }] }]
  })
}
