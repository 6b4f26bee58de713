import { articleUrl } from '../../content/article-address.ts'
import { brand } from '../brand.ts'
import type { Library } from './library.ts'

/** Where a person can be reached, if this language has the article that says so. */
export function contactUrl(library: Library): string | undefined {
  return library.articles.has(brand.contactArticle) ? articleUrl(library.locale, brand.contactArticle) : undefined
}
