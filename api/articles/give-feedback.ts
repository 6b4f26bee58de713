import type { z } from 'zod'
import type { FeedbackRequest } from '../contract/articles.ts'
import type { Services } from '../services.ts'

// A vote and the reason that follows it are one row; a later request adds to it and takes nothing away.
const upsert = `
  INSERT INTO article_feedback (id, article, locale, helpful, reason, comment, created_at)
  VALUES (:id, :article, :locale, :helpful, :reason, :comment, :now)
  ON CONFLICT (id) DO UPDATE SET
    helpful = excluded.helpful,
    reason = coalesce(excluded.reason, reason),
    comment = coalesce(excluded.comment, comment)
  WHERE article = excluded.article AND locale = excluded.locale`

/** Stores whether an article helped, or adds the reason to a vote. */
export async function giveFeedback(
  { database, now, newId }: Services,
  given: z.output<typeof FeedbackRequest>,
): Promise<{ id: string }> {
  const id = given.id ?? newId()
  await database.write([
    {
      sql: upsert,
      args: {
        id,
        article: given.article,
        locale: given.locale,
        helpful: given.helpful ? 1 : 0,
        reason: given.reason ?? null,
        comment: given.comment?.trim() || null,
        now: now(),
      },
    },
  ])
  return { id }
}
