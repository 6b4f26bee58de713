import type { Language } from '../text/language.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { spanish } from './spanish.ts'

const languages: Record<string, Language> = { de: german, en: english, es: spanish, fr: french }

/** Words are found as they are written where nothing is known of their language. */
const unknown: Language = { stopWords: '', weakWords: '', numbers: '', endings: [], familyEndings: '' }

/** What is known of the language of a locale, such as `fr-CH`. */
export function languageOf(locale: string): Language {
  return languages[locale.split('-')[0] ?? ''] ?? unknown
}
