import type { Pages } from '../state/use-pages.ts'

/** The button under a list that has more. */
export const LoadMore = <Row,>({ pages, what }: { pages: Pages<Row>; what: string }) =>
  pages.hasMore ? (
    <button type="button" class="button load-more" aria-disabled={pages.loading !== null} onClick={pages.loadMore}>
      {pages.loading === 'more' ? 'Loading …' : `Load more ${what}`}
    </button>
  ) : null
