import { expect, test } from 'vitest'
import { languageName } from '../../site/i18n/language-name.ts'

test('a language is named in itself, or in another language', () => {
  expect(languageName('fr')).toBe('français')
  expect(languageName('fr', 'en')).toBe('French')
})

test.each(['en_US', 'abc-', '*', ''])('a tag that is no language tag is left as it is: "%s"', (tag) => {
  expect(languageName(tag)).toBe(tag)
  expect(languageName(tag, 'en')).toBe(tag)
})
