import type { ComponentChildren } from 'preact'
import type { Pages } from '../state/use-pages.ts'
import { ErrorNote } from './ErrorNote.tsx'
import { Skeleton } from './Skeleton.tsx'

interface PagedListProps<Row> {
  pages: Pages<Row>
  /** What stands there where the list has no row. */
  empty: ComponentChildren
  children: (rows: Row[]) => ComponentChildren
}

/** A list that is read page by page, whether it is still being read, could not be, is empty or has rows. */
export const PagedList = <Row,>({ pages, empty, children }: PagedListProps<Row>) => {
  const { rows, error, loading, retry } = pages
  return (
    <>
      {error && <ErrorNote error={error} retry={retry} />}
      {rows === null && !error && (
        <div class="panel">
          <Skeleton lines={12} />
        </div>
      )}
      {rows?.length === 0 && !error && empty}
      {rows !== null && rows.length > 0 && (
        <div class={loading === 'start' ? 'is-stale' : undefined}>{children(rows)}</div>
      )}
    </>
  )
}
