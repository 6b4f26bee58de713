import type { Plan } from './plan-query.ts'
import { rarity } from './rarity.ts'
import type { SearchIndex } from './read-index.ts'

/** How much a stem says for a query: 0 for what is not to be marked. */
export type Marks = (stem: string) => number

/** A weak word says less than another one as rare. */
const weakFactor = 0.4

/** What a query marks in texts: its words, their forms and what means the same. */
export function marksOf(index: SearchIndex, { concepts }: Plan): Marks {
  const weights = new Map<number, number>()
  for (const { ways, isWeak } of concepts) {
    for (const { terms, weight } of ways) {
      for (const term of terms) {
        const rare = rarity(index.headsOf(term).articles.length, index.articles.length)
        weights.set(term, Math.max(weights.get(term) ?? 0, rare * weight * (isWeak ? weakFactor : 1)))
      }
    }
  }
  return (stem) => weights.get(index.termOf(stem) ?? -1) ?? 0
}
