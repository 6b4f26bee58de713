import type { PopularArticles } from '../../api/contract/articles.ts'
import { articleUrl } from '../../content/article-address.ts'
import type { Search } from '../../search/query/open-search.ts'
import type { Texts } from '../i18n/en.ts'
import { hitTitle } from './hit-title.ts'

/**
 * Lets the articles that a page offers be those that are opened most. Where there are fewer, what a writer put first
 * stays, so that nothing moves.
 */
export async function showMostRead(
  page: HTMLElement,
  { search, locale, texts }: { search: Search; locale: string; texts: Pick<Texts, 'inEnglish' | 'mostRead'> },
): Promise<void> {
  const list = page.querySelector('[data-first]')
  const title = document.getElementById('first')
  if (!list || !title) return
  const answer = await fetch(`/v1/articles/popular?locale=${locale}`)
  if (!answer.ok) return
  const { articles } = (await answer.json()) as PopularArticles
  const links = [...list.querySelectorAll('a')]
  const popular = search.named(articles).slice(0, links.length)
  if (popular.length < links.length) return
  title.textContent = texts.mostRead
  for (const [place, link] of links.entries()) {
    const article = popular[place]
    if (!article) continue
    link.href = articleUrl(locale, article.id)
    link.replaceChildren(...hitTitle(article, texts))
  }
}
