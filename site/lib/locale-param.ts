import { defaultLocale } from '../../content/article-address.ts'

/** Value of the `[...locale]` route parameter. */
export const localeParam = (locale: string): string | undefined => (locale === defaultLocale ? undefined : locale)
