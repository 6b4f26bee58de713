import type { Plan } from './plan-query.ts'
import { rarity } from './rarity.ts'
import type { SearchIndex } from './read-index.ts'

/** Stems to mark in a text, each with how much it says. */
export type Marks = ReadonlyMap<string, number>

/** What a query marks in texts: its words, their forms and what means the same. */
export function marksOf(index: SearchIndex, { concepts }: Plan): Marks {
  const weights = new Map<number, number>()
  for (const { ways, isWeak } of concepts) {
    for (const { terms, weight } of ways) {
      for (const term of terms) {
        const rare = rarity(index.headsOf(term).articles.length, index.articles.length)
        weights.set(term, Math.max(weights.get(term) ?? 0, rare * weight * (isWeak ? 0.4 : 1)))
      }
    }
  }
  return new Map(
    index.stems.flatMap((stem) => {
      const weight = weights.get(index.termOf(stem) ?? -1)
      return weight === undefined ? [] : [[stem, weight] as const]
    }),
  )
}
