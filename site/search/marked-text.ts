import type { ExcerptPart } from '../../search/query/excerpt.ts'

/** An excerpt as nodes, with what was searched for marked. */
export const markedText = (parts: readonly ExcerptPart[]): (Node | string)[] =>
  parts.map(({ text, marked }) => {
    if (!marked) return text
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })
