import type { Term } from '../text/analyze.ts'
import type { Plan } from './plan-query.ts'
import { rarity } from './rarity.ts'
import type { SearchIndex } from './read-index.ts'

/** How much more an article counts whose title is all about the query, has its words in a row, and begins with it. */
const bonus = { covered: 0.6, row: 0.3, beginning: 0.3 }

/** Prepares to say how much more articles count because of their titles. */
export function titleJudge(index: SearchIndex, plan: Plan): (article: number) => number {
  const weights = new Map<number, number>()
  for (const { ways, length } of plan.concepts) {
    for (const { terms, weight } of length === 1 ? ways : []) {
      const [term = -1] = terms
      if (terms.length === 1) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    }
  }
  const judge = (words: readonly Term[]): number => {
    const row = longestRow(plan.stems, words)
    const begins = plan.stems.length > 0 && plan.stems.every((stem, at) => words[at]?.stem === stem)
    return (
      (1 + bonus.covered * coverage(index, words, weights)) *
      (1 + bonus.row * Math.max(0, row - 1)) *
      (1 + (begins ? bonus.beginning : 0))
    )
  }
  return (article) => Math.max(...index.namesOf(article).map(judge))
}

/** The share of a title that the query asks for. */
function coverage(index: SearchIndex, words: readonly Term[], weights: ReadonlyMap<number, number>): number {
  let [covered, sum] = [0, 0]
  for (const { text, stem } of words) {
    const term = index.termOf(stem)
    if (index.analyzer.isStop(text) || term === undefined) continue
    const rare = rarity(index.headsOf(term).articles.length, index.articles.length)
    sum += rare
    covered += rare * (weights.get(term) ?? 0)
  }
  return sum > 0 ? covered / sum : 0
}

/** Length of the longest row of stems that a query shares with a title. */
function longestRow(stems: readonly string[], title: readonly Term[]): number {
  let longest = 0
  for (let from = 0; from < stems.length; from++) {
    for (let start = 0; start < title.length; start++) {
      let length = 0
      while (from + length < stems.length && stems[from + length] === title[start + length]?.stem) length++
      longest = Math.max(longest, length)
    }
  }
  return longest
}
