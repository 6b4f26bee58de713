/** A hit as the search page shows it. */
export interface Hit {
  url: string
  title: string
  category: string | undefined
  excerpt: ExcerptPart[]
}

/** A piece of an excerpt; marked where it is a word that was searched for. */
export interface ExcerptPart {
  text: string
  marked: boolean
}

/** A match before its text is loaded. */
export interface Match {
  id: string
  score: number
  load: () => Promise<Hit>
}

/** What finds articles that contain every word of a query, best first. */
export interface Engine {
  search: (query: string) => Promise<Match[]>
}
