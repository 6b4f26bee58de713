import type { Engine, Match } from './engine.ts'

/** What was found, and whether articles with only some of the words had to do. */
export interface Finding {
  matches: Match[]
  relaxed: boolean
}

/** More words than this are not looked up one by one. */
const mostWords = 8

/**
 * Searches for every word of a query and, if no article has them all, for the words one by one: articles with more of
 * the words come first, and a word that few articles have says more than one that most have.
 */
export async function find(engine: Engine, query: string): Promise<Finding> {
  const matches = await engine.search(query)
  const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu))].slice(0, mostWords)
  if (matches.length > 0 || words.length < 2) return { matches, relaxed: false }

  const found = await Promise.all(words.map((word) => engine.search(word)))
  const best = new Map<string, Match>()
  for (const hits of found) {
    const top = hits[0]?.score ?? 1
    for (const hit of hits) {
      const score = (best.get(hit.id)?.score ?? 0) + (0.5 + hit.score / top) / Math.log2(1 + hits.length)
      best.set(hit.id, { ...hit, score })
    }
  }
  return { matches: [...best.values()].sort((a, b) => b.score - a.score), relaxed: true }
}
