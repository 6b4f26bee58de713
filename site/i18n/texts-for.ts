import { en, type Texts } from './en.ts'
import { fr } from './fr.ts'

const languages: Record<string, Texts> = { en, fr }

/** Interface texts of a locale: its own, those of its language (`fr-CH` reads `fr`), else English. */
export function textsFor(locale: string): Texts {
  return languages[locale] ?? languages[locale.split('-')[0] ?? ''] ?? en
}

/** Name of a locale in its own language, for the list of languages. */
export function languageName(locale: string): string {
  return languages[locale]?.language ?? new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
}
