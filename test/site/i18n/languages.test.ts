import { describe, expect, it } from 'vitest'
import { de } from '../../../site/i18n/de.ts'
import { en } from '../../../site/i18n/en.ts'
import { es } from '../../../site/i18n/es.ts'
import { fr } from '../../../site/i18n/fr.ts'
import { languageLabel, textsFor } from '../../../site/i18n/texts-for.ts'

/** All texts by their path, such as `feedback.yes`. */
function flatten(texts: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...flatten(value, `${path}${key}.`)]
        : [[`${path}${key}`, String(value)] as const],
    ),
  )
}

const placesOf = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
const english = flatten(en)

describe.each([
  ['fr', fr],
  ['es', es],
  ['de', de],
])('the interface in %s', (locale, texts) => {
  const own = flatten(texts)

  it('has every text', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('fills in what English fills in; a number may be left out where it is one', () => {
    for (const [path, text] of own) {
      const places = placesOf(english.get(path))
      const spare = path.endsWith('.one') && !text.includes('{count}') ? ['{count}'] : []
      expect([path, ...[...placesOf(text), ...spare].sort()]).toEqual([path, ...places])
    }
  })

  it('is what the locale and its regions speak', () => {
    expect(textsFor(locale)).toBe(texts)
    expect(textsFor(`${locale}-CH`)).toBe(texts)
    expect(languageLabel(locale)).toBe(texts.language)
  })
})

it('French keeps its high punctuation on the line of the word before it', () => {
  expect([...flatten(fr).values()].filter((text) => / [?!:;»]|« /.test(text))).toEqual([])
})

it('a language without texts of its own has the English ones', () => {
  expect(textsFor('it')).toBe(en)
})
