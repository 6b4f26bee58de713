import { useState } from 'preact/hooks'
import { useConsole } from '../state/console-context.ts'
import { useAnnouncedCount } from '../state/use-announced-count.ts'
import { usePages } from '../state/use-pages.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { ArticleCard } from './ArticleCard.tsx'
import { articleOrders, inOrder } from './article-order.ts'
import type { ArticleOrder } from './article-order.ts'

/** Rows of one request: the order below is over what has been read, so as much as possible is. */
const pageSize = 500

/** What readers thought of each article, those that helped least first. */
export const FeedbackPage = ({ takeFocus }: { takeFocus: boolean }) => {
  const { client } = useConsole()
  const [order, setOrder] = useState<ArticleOrder>('notHelpful')
  const pages = usePages('insights', (request, signal) => client.articleInsights(request, signal), pageSize)
  const { rows } = pages

  useAnnouncedCount(pages, 'article')

  return (
    <>
      <PageHead
        title="Feedback"
        takeFocus={takeFocus}
        lead="What readers of the help center thought of each article."
      />
      {pages.error && <ErrorNote error={pages.error} retry={pages.retry} />}
      {rows === null && !pages.error && (
        <div class="panel">
          <Skeleton lines={12} />
        </div>
      )}
      {rows?.length === 0 && (
        <div class="panel empty">
          <h2>Nobody has read an article yet</h2>
          <p>
            Each article asks “Was this article helpful?”. As soon as one is opened or answered, it appears here with
            its views, votes and comments.
          </p>
          <p>
            <a href="/">Open the help center</a>
          </p>
        </div>
      )}
      {rows !== null && rows.length > 0 && (
        <>
          <div class="filters">
            <div class="field filter-last">
              <label for="article-order">Order</label>
              <select
                id="article-order"
                value={order}
                onChange={({ currentTarget }) =>
                  setOrder(articleOrders.find(({ id }) => id === currentTarget.value)?.id ?? order)
                }
              >
                {articleOrders.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <p class="definition">
            A view is an article opened in the help center. The share is that of “Yes” among all votes, with its
            95&nbsp;% interval.
          </p>
          <ul role="list" class="articles">
            {inOrder(rows, order).map((insight) => (
              <ArticleCard key={`${insight.locale}/${insight.article}`} insight={insight} />
            ))}
          </ul>
          <LoadMore pages={pages} what="articles" />
        </>
      )}
    </>
  )
}
