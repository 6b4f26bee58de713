import { expect, test } from 'vitest'
import { generalSynonyms } from '../../scripts/search/general-synonyms.ts'
import { languageOf } from '../../search/languages/language-of.ts'
import { createAnalyzer } from '../../search/text/analyze.ts'

test.each(['en', 'fr', 'es', 'de'])(
  'in %s every group says something in two ways at least, and nothing twice',
  (locale) => {
    const { phrase } = createAnalyzer(languageOf(locale))
    const groups = generalSynonyms(locale)
    expect(groups.length).toBeGreaterThan(80)
    const odd = groups.filter((group) => {
      const phrases = new Set(group.map(phrase))
      return phrases.size < 2 || phrases.has('') || new Set(group).size < group.length
    })
    expect(odd).toEqual([])
  },
)

test('a region has the synonyms of its language, and a language without any has none', () => {
  expect(generalSynonyms('fr-CH')).toEqual(generalSynonyms('fr'))
  expect(generalSynonyms('cy')).toEqual([])
})
