import type { Texts } from '../i18n/en.ts'

const names = [
  'searching',
  'resultCount',
  'relaxedCount',
  'correctedTo',
  'searchInstead',
  'noResult',
  'searchFailed',
  'inEnglish',
] as const satisfies (keyof Texts)[]

/** What the scripts of a search say; they are only given these. */
export type SpokenTexts = Pick<Texts, (typeof names)[number]>

/** The texts for a page to carry. */
export const spokenTexts = (texts: Texts) => Object.fromEntries(names.map((name) => [name, texts[name]]))
