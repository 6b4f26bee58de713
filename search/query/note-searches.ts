/** A search that was answered. */
export interface SearchDone {
  query: string
  locale: string
  results: number
}

/** What is told of a search. Told again under the same id, the click is added to it. */
export interface SearchNote extends SearchDone {
  id: string
  clicked?: string
}

/** Takes what is searched for, and what is opened then. */
export interface SearchNotes {
  /** Notes what is searched for now; it is told when it has settled, and forgotten where the reader types on. */
  searched(done: SearchDone): void
  /** Notes what is opened of it. */
  clicked(address: string): void
  /** The search is left: what has not settled yet is told now. */
  left(): void
}

/** A query that nothing was typed to for so long is what somebody looks for. */
const settledMilliseconds = 1000

/** As much of a query or address as is told. */
const mostCharacters = 500

/** Decides which searches count: those that have settled, were followed by a click, or were left as they stood. */
export function noteSearches(tell: (note: SearchNote) => void, makeId: () => string): SearchNotes {
  let current: (SearchDone & { id: string; isTold: boolean }) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = (clicked?: string): void => {
    clearTimeout(timer)
    if (!current || (current.isTold && clicked === undefined)) return
    const { id, query, locale, results } = current
    current.isTold = true
    tell({ id, query: query.slice(0, mostCharacters), locale, results, ...(clicked && { clicked }) })
  }

  return {
    searched(done) {
      clearTimeout(timer)
      if (done.query === current?.query) return
      current = done.query === '' ? undefined : { ...done, id: makeId(), isTold: false }
      if (current) timer = setTimeout(settle, settledMilliseconds)
    },
    clicked: (address) => settle(address.slice(0, mostCharacters)),
    left: () => settle(),
  }
}
