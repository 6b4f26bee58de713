/** What the loader needs and cannot compute: a parameter, so that tests bring their own clock, chance and storage. */
export interface Environment {
  now(): number
  /** 0 to 1. */
  random(): number
  /** Runs later; the result cancels it. */
  later(work: () => void, milliseconds: number): () => void
  /** Both may throw: sandboxed frames and blocked storage do that. */
  localStorage(): Storage
  sessionStorage(): Storage
  /** Whether the browser asks not to be tracked (Global Privacy Control). */
  privacyControl(): boolean | undefined
  /** The language of the page, else of the browser. */
  language(): string
  page(): { url: string; path: string; title: string }
  /** Hears of each key of the local storage that another tab changes; null for all. */
  onStored(listener: (key: string | null) => void): void
}

/** The browser itself. */
export const browserEnvironment = (): Environment => ({
  now: Date.now,
  random: Math.random,
  later: (work, milliseconds) => {
    // What is longer than a timer can count would happen at once, and again and again.
    const timer = setTimeout(work, Math.min(milliseconds, 1e9))
    return () => clearTimeout(timer)
  },
  localStorage: () => localStorage,
  sessionStorage: () => sessionStorage,
  privacyControl: () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl,
  language: () => document.documentElement.lang || navigator.language,
  page: () => ({ url: location.href, path: location.pathname, title: document.title }),
  // Storage events reach the other tabs and, unlike a channel, need no closing when the page is put away.
  onStored: (listener) => addEventListener('storage', ({ key }) => listener(key)),
})
