import { de } from './de.ts'
import { en, type Texts } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { languageName } from './language-name.ts'

const languages: Record<string, Texts> = { en, fr, es, de }

/** Interface texts of a locale: its own, those of its language (`fr-CH` reads `fr`), else English. */
export function textsFor(locale: string): Texts {
  return languages[locale] ?? languages[locale.split('-')[0] ?? ''] ?? en
}

/** How a language calls itself in the list of languages. */
export function languageLabel(locale: string): string {
  return languages[locale]?.language ?? languageName(locale)
}
