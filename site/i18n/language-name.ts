/**
 * The name of a language, written in another (its own unless one is given). A tag that is none, such as `en_US` from an
 * old client, is its own name.
 *
 * @example
 * ```ts
 * languageName('fr') // 'français'
 * languageName('fr', 'en') // 'French'
 * ```
 */
export function languageName(locale: string, writtenIn = locale): string {
  try {
    return new Intl.DisplayNames([writtenIn], { type: 'language' }).of(locale) ?? locale
  } catch (error) {
    if (error instanceof RangeError) return locale
    throw error
  }
}
