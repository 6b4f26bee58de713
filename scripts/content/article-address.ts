import { defaultLocale, Locale } from '../../content/schema.ts'

/** Where an article is found, by where its file lies. */
export interface ArticleAddress {
  locale: string
  /** `category/slug`, the same in every language. */
  id: string
  category: string
}

/** Reads `<locale>/<category>/<slug>.md`; null where the file lies in no language or category. */
export function addressOf(path: string): ArticleAddress | null {
  const [locale = '', ...folders] = path.replace(/\.mdx?$/, '').split('/')
  const [category, ...rest] = folders.map(slugOf)
  if (!Locale.safeParse(locale).success || category === undefined || rest.length === 0) return null
  return { locale, category, id: [category, ...rest].join('/') }
}

/** The path of an article or category page. */
export function pathOf(locale: string, id: string): string {
  return `${homeOf(locale)}help/${id}/`
}

/** The home page of a language. */
export function homeOf(locale: string): string {
  return locale === defaultLocale ? '/' : `/${locale}/`
}

/** A file or folder name as it stands in a URL; the site names its pages by the same rule. */
function slugOf(name: string) {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
