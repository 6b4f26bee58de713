import type { ArticleInsight } from '../../../api/contract/articles.ts'

/** Orders in which articles can be read. */
export const articleOrders = [
  { id: 'notHelpful', title: 'Most “No” votes first' },
  { id: 'share', title: 'Lowest share of “Yes” first' },
  { id: 'views', title: 'Most views first' },
] as const
export type ArticleOrder = (typeof articleOrders)[number]['id']

/** The articles in that order; those without a vote come last where votes decide, then by name. */
export const inOrder = (insights: ArticleInsight[], order: ArticleOrder): ArticleInsight[] =>
  insights.toSorted((a, b) => weight(b, order) - weight(a, order) || a.article.localeCompare(b.article))

const weight = (insight: ArticleInsight, order: ArticleOrder): number => {
  if (order === 'notHelpful') return insight.notHelpful
  if (order === 'views') return insight.views
  return insight.helpfulShare === null ? -1 : 1 - insight.helpfulShare
}
