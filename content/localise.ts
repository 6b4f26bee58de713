/**
 * Of the languages in which something is written, the one for a locale: the locale itself, else its base language (`fr`
 * for `fr-CH`), else English; undefined where none of them is there. Upper and lower case make no difference.
 */
export function nearestLocale(written: readonly string[], locale: string): string | undefined {
  const wanted = locale.toLowerCase()
  const [base] = wanted.split('-')
  for (const candidate of [wanted, base, 'en']) {
    const found = written.find((language) => language.toLowerCase() === candidate)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * A text in the language nearest to a locale, else in whatever language there is. A plain text is the same in every one.
 *
 * @example
 * ```ts
 * localise({ en: 'Go live', fr: 'Ouvrez' }, 'fr-CH') // 'Ouvrez'
 * ```
 */
export function localise(text: string | Readonly<Record<string, string>>, locale: string): string {
  if (typeof text === 'string') return text
  const languages = Object.keys(text)
  return text[nearestLocale(languages, locale) ?? languages[0] ?? ''] ?? ''
}
