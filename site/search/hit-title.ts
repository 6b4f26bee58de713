import type { IndexedArticle } from '../../search/query/read-index.ts'
import type { Texts } from '../i18n/en.ts'

/** The title of a hit, with a word where its article is in English on a page that is not. */
export function hitTitle(
  { title, isUntranslated }: IndexedArticle,
  { inEnglish }: Pick<Texts, 'inEnglish'>,
): (Node | string)[] {
  if (!isUntranslated) return [title]
  const [words, mark] = [document.createElement('span'), document.createElement('span')]
  words.lang = 'en'
  words.textContent = title
  mark.className = 'other-language'
  mark.textContent = inEnglish
  return [words, ' ', mark]
}
