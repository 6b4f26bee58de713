import { useEffect, useState } from 'preact/hooks'
import type { RequestError } from '../request-error.ts'
import { useConsole } from './console-context.ts'
import { toRequestError } from './to-request-error.ts'

/** Something read from the API: what is known of it now, and how to ask again. */
export interface Resource<T> {
  data: T | null
  error: RequestError | null
  loading: boolean
  retry: () => void
}

/** Reads something once, and again when `key` changes. What was read before under this key shows until then. */
export const useResource = <T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T> => {
  const { cache } = useConsole()
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState({ data: cached<T>(cache, key), error: null as RequestError | null, loading: true })

  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({ data: cached<T>(cache, key) ?? before.data, error: null, loading: true }))
    load(abort.signal).then(
      (data) => {
        if (abort.signal.aborted) return
        cache.set(key, data)
        setState({ data, error: null, loading: false })
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        setState((before) => ({ data: before.data, error: toRequestError(error), loading: false }))
      },
    )
    return () => abort.abort()
    // `load` is made anew on every render; `key` says what it loads.
  }, [key, attempt])

  return { ...state, retry: () => setAttempt((before) => before + 1) }
}

const cached = <T>(cache: Map<string, unknown>, key: string): T | null => (cache.get(key) as T | undefined) ?? null
