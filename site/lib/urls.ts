import { defaultLocale } from '../../content/schema.ts'

/** The part of a URL before a page's own path: nothing for the default locale. */
const prefix = (locale: string): string => (locale === defaultLocale ? '/' : `/${locale}/`)

/** Home of the help center in a language. */
export const homeUrl = (locale: string): string => prefix(locale)

/** The search page; forms send `?q=` to it. */
export const searchUrl = (locale: string): string => `${prefix(locale)}search/`

/** Page of a category. */
export const categoryUrl = (locale: string, category: string): string => `${prefix(locale)}help/${category}/`

/** Page of an article by its id, `category/slug`. */
export const articleUrl = (locale: string, id: string): string => `${prefix(locale)}help/${id}/`

/** Value of the `[...locale]` route parameter. */
export const localeParam = (locale: string): string | undefined => (locale === defaultLocale ? undefined : locale)
