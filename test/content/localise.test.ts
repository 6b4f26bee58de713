import { expect, test } from 'vitest'
import { localise, nearestLocale } from '../../content/localise.ts'

const text = { en: 'Student', fr: 'Élève', 'pt-BR': 'Aluno' }

test.each<[string, Parameters<typeof localise>, string]>([
  ['takes the language asked for', [text, 'fr'], 'Élève'],
  ['takes the exact variant', [text, 'pt-BR'], 'Aluno'],
  ['takes the base language of a variant', [text, 'fr-CH'], 'Élève'],
  ['ignores upper and lower case', [text, 'FR-ch'], 'Élève'],
  ['falls back to English', [text, 'de-CH'], 'Student'],
  ['falls back to whatever there is', [{ it: 'Allievo' }, 'de'], 'Allievo'],
  ['leaves a plain text as it is', ['Student', 'fr'], 'Student'],
])('%s', (_, [given, locale], expected) => {
  expect(localise(given, locale)).toBe(expected)
})

test.each([
  [['en', 'fr'], 'fr-CH', 'fr'],
  [['en', 'pt-BR'], 'pt-br', 'pt-BR'],
  [['en', 'pt-BR'], 'pt', 'en'],
  [['fr'], 'de', undefined],
])('of %j, the language for %s is %s', (written, locale, expected) => {
  expect(nearestLocale(written, locale)).toBe(expected)
})
