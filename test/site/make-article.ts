import type { ArticleSummary } from '../../site/lib/library.ts'

/** An article as pages know it, with nothing but id and title unless more is given. */
export function makeArticle(id: string, title: string, more: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id,
    locale: 'en',
    category: id.split('/')[0] ?? '',
    title,
    description: undefined,
    order: undefined,
    related: undefined,
    keywords: [],
    headings: [],
    words: 0,
    changedAt: undefined,
    file: `content/articles/en/${id}.md`,
    ...more,
  }
}
