import type { Runtime } from '../client/runtime.ts'
import type { Diary } from './diary.ts'

/** The same browser, but that a diary is kept of what is asked and answered. */
export const watchRuntime = (
  runtime: Runtime,
  {
    api,
    diary,
    isHeldBack,
    isOver,
    onListen,
  }: {
    api: string
    diary: Diary
    /** Whether nothing may come up now, as if nobody saw the page. */
    isHeldBack(): boolean
    /** Whether nobody reads the diary any more. */
    isOver(): boolean
    onListen(to: Parameters<Runtime['listen']>[0]): void
  },
): Runtime => ({
  ...runtime,
  isVisible: () => !isHeldBack() && runtime.isVisible(),
  listen: (to) => {
    onListen(to)
    runtime.listen(to)
  },
  fetch: async (url, init) => {
    if (isOver()) return runtime.fetch(url, init)
    const path = url.slice(api.length)
    const body = JSON.parse(String(init.body)) as Record<string, unknown>
    // The server then also says what it left out.
    const sent = path === '/v1/state' ? { ...init, body: JSON.stringify({ ...body, explain: true }) } : init
    try {
      const response = await runtime.fetch(url, sent)
      const answer: unknown = await response
        .clone()
        .json()
        .catch(() => null)
      diary.answered(path, body, { status: response.status, body: answer, retryAfter: 0 })
      return response
    } catch (error) {
      diary.answered(path, body, { status: 0, body: null, retryAfter: 0 })
      throw error
    }
  },
})
