import type { SearchRequest } from '../../api/contract/searches.ts'
import { noteSearches, type SearchNotes } from '../../search/query/note-searches.ts'
import { newId } from './new-id.ts'

/**
 * Reports searches so that the CS team sees what is not found: without a cookie, and nothing about the reader.
 *
 * @example
 * ```ts
 * const report = reportSearch()
 * report.searched({ query: 'qr bill', locale: 'en', results: 3 })
 * report.clicked('/help/invoicing/send-invoice/')
 * ```
 */
export function reportSearch(): SearchNotes {
  // A beacon outlives the page that a click leaves.
  const tell = (note: SearchRequest) => void navigator.sendBeacon('/v1/searches', JSON.stringify(note))
  const notes = noteSearches(tell, newId)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') notes.left()
  })
  return notes
}
