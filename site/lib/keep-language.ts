import { defaultLocale, homeUrl, topicsUrl } from '../../content/article-address.ts'

/** Lets links to help pages of the default language lead to the same pages in the language of `locale`. */
export function keepLanguage(html: string, locale: string): string {
  const topics = topicsUrl(defaultLocale)
  return html.replace(/(<a\s[^>]*?href=")([^"]*)/g, (link, before: string, url: string) =>
    url.startsWith(topics) && !url.endsWith('.md') ? `${before}${homeUrl(locale)}${url.slice(1)}` : link,
  )
}
