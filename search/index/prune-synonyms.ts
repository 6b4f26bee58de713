import type { Analyzer } from '../text/analyze.ts'
import { ownMark } from './synonym-mark.ts'

/**
 * Writes groups of synonyms as stems, one a line, without those of which nothing is ever found. Members that no article
 * has stay: they are what people type.
 */
export function pruneSynonyms(
  { own, general }: { own: readonly (readonly string[])[]; general: readonly (readonly string[])[] },
  { analyzer, known }: { analyzer: Analyzer; known: ReadonlySet<string> },
): string {
  const lineOf = (group: readonly string[]): string[] => {
    const members = new Set(group.map((phrase) => analyzer.phrase(phrase)))
    const isFound = (member: string) => member.split(' ').every((stem) => known.has(stem) || analyzer.isStop(stem))
    return members.size > 1 && [...members].some(isFound) ? [[...members].join(',')] : []
  }
  return [...own.flatMap(lineOf).map((line) => ownMark + line), ...general.flatMap(lineOf)].join('\n')
}
