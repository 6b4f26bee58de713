import { waysOf } from './find-ways.ts'
import type { SearchIndex } from './read-index.ts'

/**
 * Prepares to say whether a word of a text, or of its family, is in the title or the keywords of an article. Words that
 * say little, numbers, and what only means much the same do not count.
 */
export function namedBy(index: SearchIndex, text: string): (article: number) => boolean {
  const { terms, isStop, isWeak } = index.analyzer
  const telling = terms(text).filter((word) => !isStop(word.text) && !isWeak(word.stem) && !/^\d+$/.test(word.stem))
  const named = new Set(telling.flatMap((word) => waysOf(index, word, false)).flatMap((way) => way.terms))
  return (article) =>
    index.namesOf(article).some((name) => name.some(({ stem }) => named.has(index.termOf(stem) ?? -1)))
}
