import { expect, test } from 'vitest'
import type { ExcerptPart } from '../../site/search/engine.ts'
import { tidyExcerpt } from '../../site/search/excerpt.ts'

/** Words in [brackets] are marked. */
const partsOf = (text: string): ExcerptPart[] =>
  text
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? { text: part.slice(1, -1), marked: true } : { text: part, marked: false }))

const tidied = (excerpt: string, content: string) =>
  tidyExcerpt(partsOf(excerpt), content)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')

const content = 'Send an invoice by email. It has a QR code that every bank reads. Nothing else is needed'

test('an excerpt from within a sentence says so at both ends', () => {
  expect(tidied('has a [QR] code that', content)).toBe('… has a [QR] code that …')
})

test('an excerpt that begins or ends with a sentence, or with the text, is left alone there', () => {
  expect(tidied('Send an [invoice] by', content)).toBe('Send an [invoice] by …')
  expect(tidied('It has a [QR] code that every bank reads.', content)).toBe('It has a [QR] code that every bank reads.')
  expect(tidied('code that every bank reads. Nothing else is needed', content)).toMatch(/^… code .* needed$/)
})

test('punctuation is not marked with the word it clings to', () => {
  expect(tidied('by [email.] It', content)).toBe('… by [email]. It …')
  expect(tidied('the [“bank”] and [—]', 'the “bank” and —')).toBe('the “[bank]” and —')
})

test('an excerpt that its text does not contain is shown as it is', () => {
  expect(tidied('other [words]', content)).toBe('other [words]')
  expect(tidied('', content)).toBe('')
})
