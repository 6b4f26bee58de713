import { articleAt } from '../../content/article-address.ts'

/**
 * Counts that somebody left an article to contact support: which article, and nothing about the reader. The browser
 * itself says where they come from; a page that is loaded again, or come back to, was counted before.
 */
export function countDeparture(): void {
  const [entry] = performance.getEntriesByType('navigation')
  const isNew = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate'
  if (!isNew || !document.referrer.startsWith(`${location.origin}/`)) return
  const left = articleAt(document.referrer)
  if (left) navigator.sendBeacon('/v1/article-contacts', JSON.stringify({ article: left.id, locale: left.locale }))
}
