/** Languages that the SDK speaks by itself. Texts of definitions come from the server in the language asked for. */
export type Language = 'en' | 'fr'

/** The words for a locale such as `fr-CH`; English where there are none. */
export const wordsFor = <Words>(words: Record<Language, Words>, locale: string): Words => {
  const language = locale.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(words, language) ? words[language as Language] : words.en
}
