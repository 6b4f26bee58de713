import { expect, test } from 'vitest'
import { wordsOfPath } from '../../site/client/words-of-path.ts'

test.each([
  ['/help/planning/book-a_lesson/', 'en', 'planning book a lesson'],
  ['/fr/help/planning/r%C3%A9server.html', 'fr', 'planning réserver'],
  ['/fr/', 'fr', ''],
  ['/help/', 'en', ''],
  ['/hilfe/100%/', 'en', 'hilfe 100'],
  [`/${'a'.repeat(500)}`, 'en', 'a'.repeat(200)],
])('%s in %s says “%s”', (path, locale, words) => {
  expect(wordsOfPath(path, locale)).toBe(words)
})
