import { z } from '@hono/zod-openapi'
import { ShareInterval } from './interval.ts'
import { Subject } from './subject.ts'

const ArticleId = z
  .string()
  .regex(/^[^\s/?#]+(\/[^\s/?#]+)*$/, 'use category/slug')
  .max(200)
  .describe("The article as `category/slug`, as in its page's URL.")
/** The language that something was read in. */
export const ArticleLocale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'use a language tag such as en or pt-BR')
  .default('en')
  .describe('Language in which it was read, such as `en` or `fr`.')

/** The reasons a reader can give after "No". */
export const feedbackReasons = ['not-found', 'unclear', 'out-of-date', 'did-not-work', 'other'] as const

/** Body of `POST /v1/feedback`. */
export const FeedbackRequest = Subject.pick({ writeKey: true })
  .extend({
    id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Made by the page, so that a vote and its later reason are one. The server makes one if left out.'),
    article: ArticleId,
    locale: ArticleLocale,
    helpful: z.boolean().describe('The answer to "Was this article helpful?": true is yes.'),
    reason: z.enum(feedbackReasons).optional().describe('Why it did not help.'),
    comment: z.string().max(2000).optional().describe('What the reader wrote.'),
  })
  .openapi('FeedbackRequest', {
    description: 'A vote on an article. With the same `id` again, a reason and comment are added to a vote.',
  })
export type FeedbackRequest = z.input<typeof FeedbackRequest>

/** Answer of `POST /v1/feedback`. */
export const Stored = z
  .object({ id: z.string().describe('Its id: send it again to add to it.') })
  .openapi('Stored', { description: 'What was sent is on disk.' })

/** Body of `POST /v1/article-views`. */
export const ArticleViewRequest = Subject.pick({ writeKey: true })
  .extend({ article: ArticleId, locale: ArticleLocale })
  .openapi('ArticleViewRequest', { description: 'A view of an article. Carries nothing about the reader.' })

/** Body of `POST /v1/article-contacts`. */
export const ArticleContactRequest = Subject.pick({ writeKey: true })
  .extend({ article: ArticleId, locale: ArticleLocale })
  .openapi('ArticleContactRequest', {
    description: 'That somebody left an article to contact support. Carries nothing about the reader.',
  })

/** Query of `GET /v1/articles/popular`. */
export const PopularQuery = z.object({ locale: ArticleLocale })

/** Answer of `GET /v1/articles/popular`. */
export const PopularArticles = z
  .object({ articles: z.array(z.string()).describe('Articles as `category/slug`, the most opened first, at most 10.') })
  .openapi('PopularArticles', { description: 'What is opened most; empty where too little was opened to say.' })
export type PopularArticles = z.infer<typeof PopularArticles>

const Reason = z.object({
  reason: z.string().describe('The reason as it was sent.'),
  count: z.number().int().describe('How many votes gave it.'),
})

const Comment = z.object({
  at: z.iso.datetime().describe('When the vote was given, in UTC.'),
  helpful: z.boolean().describe('Whether the article helped.'),
  reason: z.string().nullable().describe('The reason of the same vote; null where none was given.'),
  comment: z.string().describe('What the reader wrote.'),
})

/** A row of `GET /v1/articles/insights`. */
export const ArticleInsight = z
  .object({
    article: z.string().describe('The article as `category/slug`.'),
    locale: z.string().describe('The language, such as `en` or `fr`.'),
    views: z.number().int().describe('How often it was opened.'),
    contacted: z.number().int().describe('How often somebody left it for the contact page.'),
    helpful: z.number().int().describe('Votes that it helped.'),
    notHelpful: z.number().int().describe('Votes that it did not help.'),
    helpfulShare: z.number().nullable().describe('Share of votes that were helpful, 0 to 1; null without a vote.'),
    helpfulShareInterval: ShareInterval.nullable().describe(
      '95 % interval of that share (Wilson); null without a vote.',
    ),
    reasons: z.array(Reason).describe('Why it did not help, the most frequent reason first.'),
    comments: z.array(Comment).describe('The latest comments, newest first, at most 10.'),
  })
  .openapi('ArticleInsight', { description: 'How one article does in one language.' })
export type ArticleInsight = z.infer<typeof ArticleInsight>
