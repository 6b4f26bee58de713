import { articleUrl, categoryUrl, homeUrl } from '../../content/article-address.ts'
import { isWrittenIn, type Library } from './library.ts'

/** Where a reader goes who asks for a page in another language. */
export interface PageLanguage {
  locale: string
  url: string
  /** True where it is no translation: it is in English there, or something near to it. */
  standsIn?: boolean
}

/** An article in every language: where it is not at all, its topic or the home page. */
export function languagesOfArticle(libraries: ReadonlyMap<string, Library>, id: string): PageLanguage[] {
  const [category = ''] = id.split('/')
  return [...libraries.values()].map((library) => {
    const { locale } = library
    const article = library.articles.get(id)
    if (article) return { locale, url: articleUrl(locale, id), standsIn: article.locale !== locale }
    return { locale, url: nearestPage(library, category), standsIn: true }
  })
}

/** A topic in every language: where it is not at all, the home page. */
export function languagesOfCategory(libraries: ReadonlyMap<string, Library>, id: string): PageLanguage[] {
  return [...libraries.values()].map((library) => {
    const category = library.categories.find((shelf) => shelf.id === id)
    const standsIn = !category || !isWrittenIn(category, library.locale)
    return { locale: library.locale, url: nearestPage(library, id), standsIn }
  })
}

const nearestPage = ({ locale, categories }: Library, category: string): string =>
  categories.some(({ id }) => id === category) ? categoryUrl(locale, category) : homeUrl(locale)
