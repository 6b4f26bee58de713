import type { ExcerptPart } from './engine.ts'

/**
 * Makes what the index gives readable: only words are marked, not the punctuation that clings to them, and an ellipsis
 * stands where the excerpt begins or ends within a sentence.
 *
 * @param parts - The excerpt as the index gives it.
 * @param content - The text it was taken from.
 */
export function tidyExcerpt(parts: readonly ExcerptPart[], content: string): ExcerptPart[] {
  const excerpt = collapse(parts.map(({ text }) => text).join(''))
  if (excerpt === '') return []
  const whole = collapse(content)
  const at = whole.indexOf(excerpt)
  const before = at < 0 ? '' : whole.slice(0, at).trimEnd()
  const after = at < 0 ? '' : whole.slice(at + excerpt.length)
  const marked = parts.flatMap(markWords)
  return [
    ...(before === '' || endsSentence(before) ? [] : [plain('… ')]),
    ...marked,
    ...(after === '' || endsSentence(excerpt) ? [] : [plain(' …')]),
  ]
}

function markWords({ text, marked }: ExcerptPart): ExcerptPart[] {
  if (!marked) return [plain(text)]
  const [, before = '', words = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? []
  return [plain(before), { text: words, marked: true }, plain(after)].filter((part) => part.text !== '')
}

const plain = (text: string): ExcerptPart => ({ text, marked: false })
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()
const endsSentence = (text: string) => /[.!?…]["”’»)]*$/u.test(text)
