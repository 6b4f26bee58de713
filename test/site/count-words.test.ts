import { expect, test } from 'vitest'
import { countWords, readingMinutes } from '../../site/lib/count-words.ts'

test('words are counted, and the addresses of links are none', () => {
  expect(
    countWords("## Book a lesson\n\nIt's [ten seconds](/help/planning/book-lesson/), café-style — **3** steps."),
  ).toBe(9)
})

test('what is read in a moment takes a minute', () => {
  expect(readingMinutes(0)).toBe(1)
  expect(readingMinutes(700)).toBe(3)
})
