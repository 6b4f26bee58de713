import { useEffect, useRef, useState } from 'preact/hooks'
import type { Page } from '../../../api/contract/pagination.ts'
import type { PageRequest } from '../client.ts'
import type { RequestError } from '../request-error.ts'
import { useConsole } from './console-context.ts'
import { toRequestError } from './to-request-error.ts'

/** A list that is read page by page. */
export interface Pages<Row> {
  /** Rows read so far; null before the first answer. */
  rows: Row[] | null
  hasMore: boolean
  error: RequestError | null
  /** What is being read now: the list from its start, or its next page. */
  loading: 'start' | 'more' | null
  loadMore: () => void
  retry: () => void
  /** Reads again what is shown, because it has changed. */
  reload: () => void
}

interface State<Row> {
  page: Page<Row> | null
  error: RequestError | null
  loading: 'start' | 'more' | null
}

const largestPage = 500

/** Reads a list from its start, and again when `key` changes; the rows of before stay until then. */
export const usePages = <Row>(
  key: string,
  load: (request: PageRequest, signal: AbortSignal) => Promise<Page<Row>>,
  pageSize = 50,
): Pages<Row> => {
  const { cache } = useConsole()
  const [state, setState] = useState<State<Row>>({ page: cached<Row>(cache, key), error: null, loading: 'start' })
  const running = useRef<AbortController | null>(null)
  const latest = useRef<'start' | 'more'>('start')

  const run = async (loading: 'start' | 'more', before: Page<Row> | null): Promise<void> => {
    running.current?.abort()
    const abort = new AbortController()
    running.current = abort
    latest.current = loading
    setState((previous) => ({ page: before ?? previous.page, error: null, loading }))
    try {
      const page = await load(loading === 'more' ? next(before, pageSize) : whole(before, pageSize), abort.signal)
      if (abort.signal.aborted) return
      const joined = loading === 'more' && before ? { ...page, data: [...before.data, ...page.data] } : page
      cache.set(key, joined)
      setState({ page: joined, error: null, loading: null })
    } catch (error) {
      if (!abort.signal.aborted) setState((now) => ({ ...now, error: toRequestError(error), loading: null }))
    }
  }

  useEffect(() => {
    void run('start', cached<Row>(cache, key))
    return () => running.current?.abort()
    // `load` is made anew on every render; `key` says what it loads.
  }, [key])

  return {
    rows: state.page?.data ?? null,
    hasMore: (state.page?.nextCursor ?? null) !== null,
    error: state.error,
    loading: state.loading,
    loadMore: () => void run('more', state.page),
    reload: () => void run('start', state.page),
    retry: () => void run(latest.current, latest.current === 'more' ? state.page : cached<Row>(cache, key)),
  }
}

// A list that had grown comes back as long as it was, so that going back finds the same place.
const whole = (before: Page<unknown> | null, pageSize: number): PageRequest => ({
  limit: Math.min(Math.max(before?.data.length ?? 0, pageSize), largestPage),
  cursor: null,
})

const next = (before: Page<unknown> | null, pageSize: number): PageRequest => ({
  limit: pageSize,
  cursor: before?.nextCursor ?? null,
})

const cached = <Row>(cache: Map<string, unknown>, key: string): Page<Row> | null =>
  (cache.get(key) as Page<Row> | undefined) ?? null
