import { z } from '@hono/zod-openapi'
import { Subject } from './subject.ts'

/** `category/slug`, as in the article's URL. */
const ArticleId = z
  .string()
  .regex(/^[^\s/?#]+(\/[^\s/?#]+)*$/, 'use category/slug')
  .max(200)
const ArticleLocale = z.string().min(2).max(20)

/** The reasons a reader can give after "No". */
export const feedbackReasons = ['not-found', 'unclear', 'out-of-date', 'did-not-work', 'other'] as const

/** Body of `POST /v1/feedback`. With the same `id` again, a reason and comment are added to a vote. */
export const FeedbackRequest = Subject.pick({ writeKey: true })
  .extend({
    /** Made by the page, so that a vote and its later reason are one. */
    id: z.string().min(1).max(100).optional(),
    article: ArticleId,
    locale: ArticleLocale.default('en'),
    helpful: z.boolean(),
    reason: z.enum(feedbackReasons).optional(),
    comment: z.string().max(2000).optional(),
  })
  .openapi('FeedbackRequest')
export type FeedbackRequest = z.input<typeof FeedbackRequest>

/** What feedback, views and impressions without a result are answered with. */
export const Stored = z.object({ id: z.string() }).openapi('Stored')

/** Body of `POST /v1/article-views`. Carries nothing about the reader. */
export const ArticleViewRequest = Subject.pick({ writeKey: true })
  .extend({ article: ArticleId, locale: ArticleLocale.default('en') })
  .openapi('ArticleViewRequest')

/** How one article does in one language. */
export const ArticleInsight = z
  .object({
    article: z.string(),
    locale: z.string(),
    views: z.number().int(),
    helpful: z.number().int(),
    notHelpful: z.number().int(),
    /** Share of votes that were helpful, 0 to 1; null without a vote. */
    helpfulShare: z.number().nullable(),
    reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
    /** The latest comments, newest first. */
    comments: z.array(
      z.object({ at: z.iso.datetime(), helpful: z.boolean(), reason: z.string().nullable(), comment: z.string() }),
    ),
  })
  .openapi('ArticleInsight')
export type ArticleInsight = z.infer<typeof ArticleInsight>
