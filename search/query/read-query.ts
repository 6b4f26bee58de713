import type { Term } from '../text/analyze.ts'
import { rarity } from './rarity.ts'
import type { SearchIndex } from './read-index.ts'

/** More words than that come from a pasted text, most of which says nothing. */
const mostWords = 24
const someTexts = 0.1

/** The words of a query; of a pasted text, such as a stack trace, those that say most about articles. */
export function readQuery(index: SearchIndex, query: string): Term[] {
  const words = index.analyzer.terms(query).filter(({ joined }) => !joined)
  if (words.length <= mostWords) return words
  const first = new Map([...words].reverse().map((word) => [word.stem, word]))
  const says = ({ text, stem }: Term): number => {
    const term = index.termOf(stem)
    if (term === undefined || index.analyzer.isStop(text)) return 0
    // How many texts have what heads nothing is not known yet: some.
    return rarity(index.headsOf(term).articles.length || index.articles.length * someTexts, index.articles.length)
  }
  const telling = [...first.values()].map((word) => ({ word, said: says(word) })).filter(({ said }) => said > 0)
  const most = telling.sort((a, b) => b.said - a.said).slice(0, mostWords)
  return most.length === 0 ? words.slice(0, mostWords) : most.map(({ word }) => word).sort((a, b) => a.start - b.start)
}
