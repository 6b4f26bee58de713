import { z } from '@hono/zod-openapi'
import { ArticleLocale } from './articles.ts'
import { ShareInterval } from './interval.ts'
import { Moment } from './moment.ts'
import { PageQuery } from './pagination.ts'
import { Subject } from './subject.ts'

/** Body of `POST /v1/searches`. */
export const SearchRequest = Subject.pick({ writeKey: true })
  .extend({
    id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe(
        'Made by the page, so that a search and the click that follows are one. The server makes one if left out.',
      ),
    query: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe('What was looked for. E-mail addresses and long numbers in it are replaced before it is stored.'),
    locale: ArticleLocale,
    results: z
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .describe('How many articles were found; 0 is a search without an answer.'),
    clicked: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe('What was opened: the address or the `category/slug` of an article. The first one stays.'),
  })
  .openapi('SearchRequest', {
    description:
      'A search in the help center. Carries nothing about the person; with the same `id` again a click is added.',
  })
export type SearchRequest = z.input<typeof SearchRequest>

/** Which searches are listed, and what they are ordered by. */
export const searchLists = ['top', 'unanswered', 'unclicked'] as const

/** Query of `GET /v1/searches/insights`. */
export const SearchInsightsQuery = PageQuery.extend({
  show: z
    .enum(searchLists)
    .default('top')
    .describe(
      '`top`: what is looked for most. `unanswered`: what nothing was found for. `unclicked`: what was found and then not opened.',
    ),
  from: Moment.optional().describe('Start of the period, else 30 days before its end. It is at most 366 days long.'),
  to: Moment.optional().describe('End of the period, not part of it; else now.'),
  locale: z.string().max(35).optional().describe('Only searches in this language, such as `fr`.'),
}).strict()

const Clicked = z.object({
  article: z.string().describe('The article as `category/slug`, or the path of another page.'),
  count: z.number().int().describe('How many searches ended there.'),
})

/** A row of `GET /v1/searches/insights`. */
export const SearchInsight = z
  .object({
    query: z.string().describe('What was looked for, as it was last typed. Capitals and spaces make no difference.'),
    locale: z.string().describe('The language, such as `en` or `fr`.'),
    searches: z.number().int().describe('How often it was looked for.'),
    withoutAnswer: z.number().int().describe('How often nothing was found.'),
    withoutClick: z.number().int().describe('How often something was found and nothing opened.'),
    clicks: z.number().int().describe('How often something was opened.'),
    clickShare: z.number().describe('Share of searches after which something was opened, 0 to 1.'),
    clickShareInterval: ShareInterval.describe('95 % interval of that share (Wilson).'),
    clicked: z.array(Clicked).describe('What was opened, the most frequent first, at most 5.'),
  })
  .openapi('SearchInsight', { description: 'How a search does in one language.' })
export type SearchInsight = z.infer<typeof SearchInsight>
