/** What the site knows of an article that feedback names only by its id. */
export interface IndexedArticle {
  title: string
  /** Title of its category. */
  category: string
  url: string
}

/** Articles by language and id: `en/planning/holidays`. One that was removed since is not among them. */
export type ArticleIndex = Record<string, IndexedArticle>
