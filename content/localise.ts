/**
 * A text in one language: that of the locale, else of its base language (`fr` for `fr-CH`), else English, else whatever
 * there is. A plain text is the same in every language. Upper and lower case of a locale make no difference.
 *
 * @example
 * ```ts
 * localise({ en: 'Go live', fr: 'Ouvrez' }, 'fr-CH') // 'Ouvrez'
 * ```
 */
export function localise(text: string | Readonly<Record<string, string>>, locale: string): string {
  if (typeof text === 'string') return text
  const written = new Map(Object.entries(text).map(([language, words]) => [language.toLowerCase(), words]))
  const wanted = locale.toLowerCase()
  const base = wanted.split('-')[0] ?? wanted
  const [any = ''] = written.values()
  return written.get(wanted) ?? written.get(base) ?? written.get('en') ?? any
}
