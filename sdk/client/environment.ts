/** Everything that is not pure: given as a parameter, so that tests bring their own clock, network and storage. */
export interface Environment {
  now(): number
  /** 0 to 1. */
  random(): number
  /** Runs later; the result cancels it. */
  later(work: () => void, milliseconds: number): () => void
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Both may throw: sandboxed frames and blocked cookies do that. */
  localStorage(): Storage
  sessionStorage(): Storage
  /** Runs the work while no other tab runs work of that name. */
  alone(name: string, work: () => Promise<void>): Promise<void>
  /** Whether the browser asks not to be tracked (Global Privacy Control). */
  privacyControl(): boolean
  /** The language of the page, else of the browser. */
  language(): string
  page(): { url: string; path: string; title: string }
  isVisible(): boolean
  /** Listens to what happens to the page. */
  listen(to: {
    /** It may not come back. */
    hidden(): void
    visible(): void
    online(): void
    /** Another tab changed a key of the local storage. */
    shared(key: string | null): void
  }): void
}

/** The browser itself. */
export const browserEnvironment = (): Environment => ({
  now: () => Date.now(),
  random: () => Math.random(),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
  fetch: (url, init) => fetch(url, init),
  localStorage: () => localStorage,
  sessionStorage: () => sessionStorage,
  alone: async (name, work) => {
    // Web Locks are missing on plain http; a message sent by two tabs is then stored once, by its id.
    await (navigator.locks ? navigator.locks.request(name, work).catch(work) : work())
  },
  privacyControl: () => !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
  language: () => document.documentElement.lang || navigator.language || 'en',
  page: () => ({ url: location.href, path: location.pathname, title: document.title }),
  isVisible: () => document.visibilityState === 'visible',
  listen: ({ hidden, visible, online, shared }) => {
    const looked = () => (document.visibilityState === 'visible' ? visible() : hidden())
    document.addEventListener('visibilitychange', looked)
    addEventListener('pagehide', hidden)
    // Back from the back/forward cache. Never `beforeunload`: it would keep the page out of that cache.
    addEventListener('pageshow', (event) => event.persisted && visible())
    addEventListener('online', online)
    // Storage events reach the other tabs and, unlike a channel, need no closing when the page is put away.
    addEventListener('storage', (event) => shared(event.key))
  },
})
