import type { SearchRequest } from '../../api/contract/searches.ts'
import { newId } from './new-id.ts'

/** A search that was answered. */
export interface SearchDone {
  query: string
  locale: string
  results: number
}

/** Takes what is searched for, and what is opened then. */
export interface SearchReport {
  /** Notes what is searched for now; it is sent when it has settled, and forgotten where the reader types on. */
  searched(done: SearchDone): void
  /** Notes what is opened of it. */
  clicked(address: string): void
}

/** A query that nothing was typed to for so long is what somebody looks for. */
const settledMilliseconds = 1000

/**
 * Reports searches so that the CS team sees what is not found: without a cookie, and nothing about the reader. A search
 * is sent once it has settled, was followed by a click, or the page is left; the click is added to it.
 *
 * @example
 * ```ts
 * const report = reportSearch()
 * report.searched({ query: 'qr bill', locale: 'en', results: 3 })
 * report.clicked('/help/invoicing/send-invoice/')
 * ```
 */
export function reportSearch(): SearchReport {
  let current: (SearchDone & { id: string; isSent: boolean }) | undefined
  let timer = 0

  const send = (clicked?: string): void => {
    clearTimeout(timer)
    if (!current || (current.isSent && clicked === undefined)) return
    const { id, query, locale, results } = current
    current.isSent = true
    const body: SearchRequest = { id, query: query.slice(0, 500), locale, results, ...(clicked && { clicked }) }
    // A beacon outlives the page that a click leaves.
    navigator.sendBeacon('/v1/searches', JSON.stringify(body))
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') send()
  })

  return {
    searched(done) {
      clearTimeout(timer)
      if (done.query === current?.query) return
      current = done.query === '' ? undefined : { ...done, id: newId(), isSent: false }
      if (current) timer = window.setTimeout(send, settledMilliseconds)
    },
    clicked: (address) => send(address.slice(0, 500)),
  }
}
