import { articleUrl, homeUrl } from '../../content/article-address.ts'
import type { Texts } from '../i18n/en.ts'
import { writtenShelves, type Library } from '../lib/library.ts'
import { escapeXml } from './escape-xml.ts'

const mostItems = 30

/** Where the feed of a language is. */
export const changesUrl = (locale: string): string => `${homeUrl(locale)}changes.xml`

/** The articles that were changed last, as RSS 2.0. An article whose date nobody knows is not among them. */
export function writeChanges(library: Library, { origin, texts }: { origin: string; texts: Texts }): string {
  const { locale } = library
  const items = writtenShelves(library)
    .flatMap(({ articles }) => articles)
    .flatMap((article) => (article.changedAt ? [{ ...article, changedAt: article.changedAt }] : []))
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime() || a.id.localeCompare(b.id))
    .slice(0, mostItems)
    .map(({ id, title, description, changedAt }) => {
      const address = escapeXml(origin + encodeURI(articleUrl(locale, id)))
      // A changed article is news: its id in the feed holds when that was.
      return `<item><title>${escapeXml(title)}</title><link>${address}</link>
<guid isPermaLink="false">${address}#${changedAt.toISOString()}</guid><pubDate>${changedAt.toUTCString()}</pubDate>
${description === undefined ? '' : `<description>${escapeXml(description)}</description>`}</item>`
    })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escapeXml(texts.siteName)}</title><link>${origin}${homeUrl(locale)}</link>
<description>${escapeXml(texts.changesFeed)}</description><language>${locale}</language>
<atom:link href="${origin}${changesUrl(locale)}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
</channel></rss>
`
}
