import type { z } from 'zod'
import { shareInterval } from '../../surveys/scoring.ts'
import type { ArticleInsight } from '../contract/articles.ts'
import type { Page, PageQuery } from '../contract/pagination.ts'
import { fromCursor, toPage } from '../cursor.ts'
import type { Services } from '../services.ts'
import { iso } from '../db/row-values.ts'

// Articles that need somebody come first: those with the most "No", then the most read.
const articles = `
  WITH seen AS (SELECT article, locale, sum(count) AS views, sum(contacted) AS contacted FROM article_views GROUP BY 1, 2),
  voted AS (
    SELECT article, locale, sum(helpful) AS helpful, sum(1 - helpful) AS not_helpful FROM article_feedback GROUP BY 1, 2),
  named AS (SELECT article, locale FROM seen UNION SELECT article, locale FROM voted),
  listed AS (
    SELECT named.article, named.locale, coalesce(views, 0) AS views, coalesce(contacted, 0) AS contacted, coalesce(helpful, 0) AS helpful,
      coalesce(not_helpful, 0) AS not_helpful, named.locale || ' ' || named.article AS id,
      coalesce(not_helpful, 0) * 1000000000 + coalesce(views, 0) AS urgency
    FROM named
    LEFT JOIN seen ON seen.article = named.article AND seen.locale = named.locale
    LEFT JOIN voted ON voted.article = named.article AND voted.locale = named.locale)
  SELECT * FROM listed WHERE :urgency IS NULL OR (urgency, id) < (:urgency, :id)
  ORDER BY urgency DESC, id DESC LIMIT :limit`

const reasons = `
  SELECT locale || ' ' || article AS id, reason, count(*) AS count FROM article_feedback
  WHERE reason IS NOT NULL AND locale || ' ' || article IN (SELECT value FROM json_each(:ids))
  GROUP BY 1, 2 ORDER BY count DESC, reason`

const comments = `
  SELECT id, created_at, helpful, reason, comment FROM (
    SELECT locale || ' ' || article AS id, created_at, helpful, reason, comment,
      row_number() OVER (PARTITION BY article, locale ORDER BY created_at DESC) AS place
    FROM article_feedback
    WHERE comment IS NOT NULL AND locale || ' ' || article IN (SELECT value FROM json_each(:ids)))
  WHERE place <= 10 ORDER BY created_at DESC`

/** How articles do: views, votes, reasons and the latest comments. */
export async function readArticleInsights(
  { database }: Services,
  { limit, cursor }: z.output<typeof PageQuery>,
): Promise<Page<ArticleInsight>> {
  const [urgency, id] = cursor ? fromCursor(cursor) : [null, '']
  const [listed] = await database.mayLag.read([{ sql: articles, args: { urgency, id, limit: limit + 1 } }])
  const rows = listed?.rows ?? []
  const ids = JSON.stringify(rows.slice(0, limit).map((row) => row['id']))
  const [reasonRows, commentRows] = await database.mayLag.read([
    { sql: reasons, args: { ids } },
    { sql: comments, args: { ids } },
  ])
  return toPage(rows, {
    limit,
    position: (row) => [Number(row['urgency']), String(row['id'])],
    show: (row) => {
      const helpful = Number(row['helpful'])
      const notHelpful = Number(row['not_helpful'])
      const votes = helpful + notHelpful
      const own = (other: { [name: string]: unknown }) => other['id'] === row['id']
      return {
        article: String(row['article']),
        locale: String(row['locale']),
        views: Number(row['views']),
        contacted: Number(row['contacted']),
        helpful,
        notHelpful,
        helpfulShare: votes === 0 ? null : helpful / votes,
        helpfulShareInterval: shareInterval(helpful, votes),
        reasons: (reasonRows?.rows ?? []).filter(own).map((reason) => ({
          reason: String(reason['reason']),
          count: Number(reason['count']),
        })),
        comments: (commentRows?.rows ?? []).filter(own).map((comment) => ({
          at: iso(comment['created_at']),
          helpful: Boolean(comment['helpful']),
          reason: comment['reason'] === null ? null : String(comment['reason']),
          comment: String(comment['comment']),
        })),
      }
    },
  })
}
