import { expect, test } from 'vitest'
import { checklistWords } from '../../sdk/i18n/checklist-words.ts'
import { translation as de } from '../../sdk/i18n/de.ts'
import { translation as es } from '../../sdk/i18n/es.ts'
import { translation as fr } from '../../sdk/i18n/fr.ts'
import { milestoneWords } from '../../sdk/i18n/milestone-words.ts'
import { surveyWords } from '../../sdk/i18n/survey-words.ts'
import { languageOf } from '../../sdk/i18n/translation.ts'

const en = { checklist: checklistWords, milestone: milestoneWords, survey: surveyWords }
const languages = { de, en, es, fr }
const texts = (translation: typeof en) =>
  Object.values(translation).flatMap((words) =>
    Object.entries(words).map(([name, text]) => [name, text] as [string, string | ((...given: number[]) => string)]),
  )

test.each([
  ['en', '0 of 1 step', '1 of 2 steps'],
  ['fr', '1 étape sur 1', '2 étapes sur 2'],
  ['es', '0 de 1 paso', '1 de 2 pasos'],
  ['de', '0 von 1 Schritt', '1 von 2 Schritten'],
] as const)('one step is one step: %s', (language, one, two) => {
  const { count } = languages[language].checklist
  const done = language === 'fr' ? 1 : 0
  expect([count(done, 1), count(done + 1, 2)]).toEqual([one, two])
})

test.each(Object.entries(languages))('every text says something, and numbers come through: %s', (_, translation) => {
  for (const [name, text] of texts(translation)) {
    const said = typeof text === 'function' ? text(3, 7) : text
    expect(said, name).toMatch(/^\S(.*\S)?$/)
    if (typeof text === 'function') expect(said, name).toContain('3')
  }
})

test.each(Object.entries({ de, es, fr }))('nothing is left in English: %s', (_, translation) => {
  // Which are the same words there.
  const shared = new Set(['minutes', 'no'])
  const english = Object.fromEntries(texts(en).map(([name, text]) => [name, text]))
  for (const [name, text] of texts(translation)) {
    if (typeof text === 'string' && !shared.has(name)) expect(text, name).not.toBe(english[name])
  }
})

test.each([
  ['fr-CH', 'fr'],
  ['DE', 'de'],
  ['es-419', 'es'],
  ['en-GB', undefined],
  ['fro', undefined],
  ['', undefined],
])('of the locale %j the language is %j', (locale, language) => {
  expect(languageOf(locale)).toBe(language)
})
