import { articleUrl, decoded, defaultLocale } from '../../content/article-address.ts'
import type { ArticleAddress } from '../../content/article-address.ts'
import type { Finding } from './check-article.ts'
import type { ArticleSource } from './read-article.ts'

/** An article that was read, and where it stands. */
export interface PlacedArticle extends Pick<ArticleSource, 'frontMatter' | 'links'> {
  file: string
  address: ArticleAddress
}

/**
 * Articles that nothing leads to but their category and the search: no other article of their language links to them or
 * names them as related, and no definition does.
 *
 * @param inDefinitions - Ids of articles that programs and the like lead to.
 */
export function orphans(
  articles: readonly PlacedArticle[],
  inDefinitions: ReadonlySet<string>,
): { file: string; finding: Finding }[] {
  const led = new Set([...inDefinitions].map((id) => articleUrl(defaultLocale, id)))
  for (const { address, links, frontMatter } of articles) {
    const page = articleUrl(address.locale, address.id)
    const { related } = (frontMatter ?? {}) as { related?: unknown }
    const named = Array.isArray(related) ? related.map((id) => articleUrl(address.locale, String(id))) : []
    for (const path of [...links.map(({ url }) => pathOf(url, page)), ...named]) if (path !== page) led.add(path)
  }
  return articles
    .filter(({ address }) => !led.has(articleUrl(address.locale, address.id)))
    .map(({ file }) => ({
      file,
      finding: {
        line: 1,
        detail: 'Nothing leads to this article but its category and the search.',
        remedy: 'Link to it where it helps, or name it in `related` of another.',
        severity: 'warning',
      },
    }))
}

function pathOf(url: string, page: string): string {
  const here = new URL(page, 'https://cairn.invalid')
  const target = URL.canParse(url, here.href) ? new URL(url, here) : null
  return target?.origin === here.origin ? decoded(target.pathname) : ''
}
