/** The language that a text without translations is written in, and that missing ones fall back to. */
export const defaultLocale = 'en'

/** An IETF language tag such as `en`, `fr` or `pt-BR`. */
export const localeTag = /^[a-z]{2,3}(-[A-Z]{2})?$/

/** The articles among the files of `content/articles`: names that begin with `_` are for other things. */
export const articlePattern = '**/[^_]*.{md,mdx}'

/** Where an article is found. */
export interface ArticleAddress {
  locale: string
  /** `category/slug`, the same in every language; folders deeper than the category stay in the slug. */
  id: string
  category: string
}

/**
 * The address of an article by where its file lies below the folder of all articles; null where that is no
 * `<locale>/<category>/<slug>.md` or `.mdx`, or a name has neither letters nor digits.
 *
 * @example
 * ```ts
 * addressOf('en/Planning/Book a lesson.md') // { locale: 'en', category: 'planning', id: 'planning/book-a-lesson' }
 * ```
 */
export function addressOf(path: string): ArticleAddress | null {
  const [locale = '', ...folders] = path.replace(/\.mdx?$/, '').split('/')
  const [category, ...rest] = folders.map(slugOf)
  if (!localeTag.test(locale) || !category || rest.length === 0 || rest.includes('')) return null
  return { locale, category, id: [category, ...rest].join('/') }
}

/** A file or folder name as it stands in a URL. */
export function slugOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** Home of the help center in a language; the default one has no folder of its own. */
export const homeUrl = (locale: string): string => (locale === defaultLocale ? '/' : `/${locale}/`)

/** The search page; forms send `?q=` to it. */
export const searchUrl = (locale: string): string => `${homeUrl(locale)}search/`

/** The page of all topics. */
export const topicsUrl = (locale: string): string => `${homeUrl(locale)}help/`

/** The form by which a person is reached. */
export const contactUrl = (locale: string): string => `${homeUrl(locale)}contact/`

/** Page of a category. */
export const categoryUrl = (locale: string, category: string): string => `${topicsUrl(locale)}${category}/`

/** Page of an article by its id, `category/slug`. */
export const articleUrl = (locale: string, id: string): string => `${topicsUrl(locale)}${id}/`

/**
 * The article that a path or address leads to; null where it leads elsewhere.
 *
 * @example
 * ```ts
 * articleAt('/fr/help/planning/holidays/#swiss') // { locale: 'fr', id: 'planning/holidays' }
 * ```
 */
export function articleAt(address: string): { locale: string; id: string } | null {
  const path = address.replace(/[?#].*$/s, '').replace(/^https?:\/\/[^/]*/, '')
  const [, locale = defaultLocale, id] = /^\/(?:([a-zA-Z-]+)\/)?help\/([^/]+(?:\/[^/]+)+?)\/?$/.exec(path) ?? []
  return id === undefined || !localeTag.test(locale) ? null : { locale, id: decoded(id) }
}

/**
 * The address that a link means which names the file of another article, as editors complete it; null for any other.
 *
 * @param path - Of the article that has the link, below the folder of all articles.
 * @example
 * ```ts
 * addressOfLink('../account/cancel.md#refund', 'en/planning/book.md') // '/help/account/cancel/#refund'
 * ```
 */
export function addressOfLink(link: string, path: string): string | null {
  const [, file, rest = ''] = /^(?![a-z][a-z0-9+.-]*:|\/)([^?#]+\.mdx?)([?#].*)?$/is.exec(link) ?? []
  if (file === undefined) return null
  const target = addressOf(decoded(new URL(file, `https://cairn.invalid/${encodeURI(path)}`).pathname.slice(1)))
  return target && articleUrl(target.locale, target.id) + rest
}

/** A part of an address as people read it; as it is where it is not encoded. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An article in Markdown, by its id. */
export const markdownUrl = (locale: string, id: string): string => `${topicsUrl(locale)}${id}.md`

/** The picture that a shared link to an article shows, by its id; made where the address of the server is known. */
export const previewUrl = (locale: string, id: string): string => `${topicsUrl(locale)}${id}.png`
