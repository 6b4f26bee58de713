import { articleUrl, categoryUrl, homeUrl } from '../../content/article-address.ts'
import { brand } from '../brand.ts'
import { textsFor } from '../i18n/texts-for.ts'
import type { ArticleSummary, CategoryShelf } from './library.ts'

/**
 * An article and where it stands, for search engines: `TechArticle` and `BreadcrumbList` of schema.org. `HowTo` and
 * `FAQPage` are left out, since Google shows neither any more.
 *
 * @param options.site - The address of the server; without it, addresses are paths.
 */
export function describeArticle({
  article: { id, locale, title, description, changedAt },
  category,
  site,
}: {
  article: ArticleSummary
  category: Pick<CategoryShelf, 'id' | 'title'>
  site: URL | undefined
}): object {
  const address = (path: string) => (site ? new URL(path, site).href : path)
  const trail = [
    { name: textsFor(locale).home, url: homeUrl(locale) },
    { name: category.title, url: categoryUrl(locale, category.id) },
    { name: title, url: articleUrl(locale, id) },
  ]
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'TechArticle',
        headline: title,
        description,
        inLanguage: locale,
        dateModified: changedAt?.toISOString(),
        mainEntityOfPage: address(articleUrl(locale, id)),
        publisher: { '@type': 'Organization', name: brand.product },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: trail.map(({ name, url }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name,
          item: address(url),
        })),
      },
    ],
  }
}
