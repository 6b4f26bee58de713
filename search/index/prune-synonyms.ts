import type { Analyzer } from '../text/analyze.ts'
import { ownMark } from './synonym-mark.ts'

/** Stems of an index: all, and those in titles and the like, where general synonyms count. */
interface Stems {
  known: ReadonlySet<string>
  headed: ReadonlySet<string>
}

/**
 * Writes groups of synonyms as stems, one a line, without those of which nothing is ever found. Members that no article
 * has stay: they are what people type.
 */
export function pruneSynonyms(
  { own, general }: { own: readonly (readonly string[])[]; general: readonly (readonly string[])[] },
  { analyzer, known, headed }: Stems & { analyzer: Analyzer },
): string {
  const linesOf = (groups: readonly (readonly string[])[], stems: ReadonlySet<string>): string[] =>
    groups.flatMap((group) => {
      const members = new Set(group.map((phrase) => analyzer.phrase(phrase)))
      const isFound = (member: string) => member.split(' ').every((stem) => stems.has(stem) || analyzer.isStop(stem))
      return members.size > 1 && [...members].some(isFound) ? [[...members].join(',')] : []
    })
  return [...linesOf(own, known).map((line) => ownMark + line), ...linesOf(general, headed)].join('\n')
}
