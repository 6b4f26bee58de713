import {
  articleUrl,
  categoryUrl,
  contactUrl,
  defaultLocale,
  homeUrl,
  topicsUrl,
} from '../../content/article-address.ts'
import { writtenShelves, type Library } from '../lib/library.ts'
import { escapeXml } from './escape-xml.ts'

/** A page in every language that has it. */
interface Page {
  urlIn: (locale: string) => string
  /** Languages that have it, each with when it was last changed there, where that is known. */
  locales: Map<string, Date | undefined>
}

/** All pages that are written for a language, for search engines, each with its translations and when it was last changed (sitemaps.org). */
export function writeSitemap(libraries: ReadonlyMap<string, Library>, origin: string): string {
  const urls = [...pagesOf(libraries).values()].flatMap(({ urlIn, locales }) => {
    const addressIn = (locale: string) => escapeXml(origin + encodeURI(urlIn(locale)))
    const link = (tag: string, locale: string) =>
      `<xhtml:link rel="alternate" hreflang="${tag}" href="${addressIn(locale)}"/>`
    const links = locales.size > 1 ? [...locales.keys()].map((locale) => link(locale, locale)) : []
    if (links.length > 0 && locales.has(defaultLocale)) links.push(link('x-default', defaultLocale))
    return [...locales].map(([locale, changedAt]) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
      return `<url><loc>${addressIn(locale)}</loc>${changed}${links.join('')}</url>`
    })
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

function pagesOf(libraries: ReadonlyMap<string, Library>): Map<string, Page> {
  const pages = new Map<string, Page>()
  for (const library of libraries.values()) {
    const { locale } = library
    const add = (urlIn: Page['urlIn'], changedAt?: Date) => {
      // Translations share an address but for their language.
      const id = urlIn(defaultLocale)
      const page = pages.get(id) ?? { urlIn, locales: new Map<string, Date | undefined>() }
      pages.set(id, page)
      page.locales.set(locale, changedAt)
    }
    add(homeUrl)
    add(topicsUrl)
    add(contactUrl)
    for (const category of writtenShelves(library)) {
      add((other) => categoryUrl(other, category.id))
      for (const { id, changedAt } of category.articles) add((other) => articleUrl(other, id), changedAt)
    }
  }
  return pages
}
