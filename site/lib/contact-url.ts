import { brand } from '../brand.ts'
import { findArticle, type Library } from './library.ts'
import { articleUrl } from './urls.ts'

/** Where a person can be reached, if this language has the article that says so. */
export function contactUrl(library: Library): string | undefined {
  return findArticle(library, brand.contactArticle) && articleUrl(library.locale, brand.contactArticle)
}
