/** What the core needs and cannot compute: a parameter, so that tests bring their own network and tabs. */
export interface Runtime {
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Runs the work while no other tab runs work of that name. */
  alone(name: string, work: () => Promise<void>): Promise<void>
  isVisible(): boolean
  /** Listens to what happens to the page. */
  listen(to: {
    /** It may not come back. */
    hidden(): void
    /** It is looked at again, or the network is back. */
    visible(): void
  }): void
}

/** The browser itself. */
export const browserRuntime = (): Runtime => {
  const isVisible = () => document.visibilityState === 'visible'
  let letGo = () => {}
  return {
    fetch: (url, init) => fetch(url, init),
    // Web Locks are missing on plain http; a message sent by two tabs is then stored once, by its id. A tab that was put
    // to sleep may hold a lock for hours, and a page that is put away with one, while another asks for it, is never put back.
    alone: async (name, work) => {
      const { locks } = navigator as Partial<Navigator>
      const waiting = { signal: AbortSignal.timeout(25_000) }
      const left = new Promise<void>((resolve) => (letGo = resolve))
      await (locks ? locks.request(name, waiting, () => Promise.race([left, work()])).catch(work) : work())
    },
    isVisible,
    listen: ({ hidden, visible }) => {
      document.addEventListener('visibilitychange', () => (isVisible() ? visible() : hidden()))
      addEventListener('pagehide', () => {
        hidden()
        letGo()
      })
      // Back from the back/forward cache. Never `beforeunload`: it would keep the page out of that cache.
      addEventListener('pageshow', (event) => event.persisted && visible())
      addEventListener('online', visible)
    },
  }
}
