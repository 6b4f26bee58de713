import { titleOfFolder } from './article-path.ts'

/** What pages need to know of an article they link to. */
export interface ArticleSummary {
  /** `category/slug`, the same in every language. */
  id: string
  locale: string
  category: string
  title: string
  description: string | undefined
  order: number | undefined
  related: readonly string[] | undefined
  keywords: readonly string[]
  headings: readonly string[]
  words: number
  /** When it was last changed, where git knows it. */
  changedAt: Date | undefined
  /** Its file, from the root of the project. */
  file: string
}

/** Metadata of a category, from its `_category.yaml`. */
export interface CategoryMetadata {
  locale: string
  id: string
  /** Without it, the name of the folder is the title. */
  title?: string | undefined
  description?: string | undefined
  order?: number | undefined
  icon?: string | undefined
}

/** A category with its articles in reading order. */
export interface CategoryShelf extends Omit<CategoryMetadata, 'locale'> {
  title: string
  articles: readonly ArticleSummary[]
}

/** All articles in one language. */
export interface Library {
  locale: string
  categories: readonly CategoryShelf[]
  /** The articles by id. */
  articles: ReadonlyMap<string, ArticleSummary>
}

/** Sorts articles and categories of every language onto shelves; a category without metadata is named after its folder. */
export function arrangeLibraries(
  articles: readonly ArticleSummary[],
  metadata: readonly CategoryMetadata[],
): Map<string, Library> {
  const libraries = new Map<string, Library>()
  for (const [locale, own] of groupBy(articles, (article) => article.locale)) {
    const categories = [...groupBy(own, (article) => article.category)].map(([id, members]) => {
      const known = metadata.find((category) => category.locale === locale && category.id === id)
      return {
        id,
        title: known?.title ?? titleOfFolder(id),
        description: known?.description,
        order: known?.order,
        icon: known?.icon,
        articles: members.toSorted(inReadingOrder(locale)),
      }
    })
    libraries.set(locale, {
      locale,
      categories: categories.toSorted(inReadingOrder(locale)),
      articles: new Map(own.map((article) => [article.id, article])),
    })
  }
  return libraries
}

/** The articles before and after one in its category. */
export function neighboursOf(
  shelf: CategoryShelf,
  id: string,
): { previous: ArticleSummary | undefined; next: ArticleSummary | undefined } {
  const place = shelf.articles.findIndex((article) => article.id === id)
  if (place < 0) return { previous: undefined, next: undefined }
  return { previous: shelf.articles[place - 1], next: shelf.articles[place + 1] }
}

/** The part of a long category around one article: pages of a large help center stay small. */
export function articlesAround(shelf: CategoryShelf, id: string, most: number): readonly ArticleSummary[] {
  const place = Math.max(
    0,
    shelf.articles.findIndex((article) => article.id === id),
  )
  const start = Math.max(0, Math.min(place - Math.floor(most / 2), shelf.articles.length - most))
  return shelf.articles.slice(start, start + most)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function inReadingOrder(locale: string) {
  const byTitle = new Intl.Collator(locale, { numeric: true })
  return (
    a: { order?: number | undefined; title: string },
    b: { order?: number | undefined; title: string },
  ): number => {
    const [first, second] = [a.order ?? Infinity, b.order ?? Infinity]
    return first === second ? byTitle.compare(a.title, b.title) : first - second
  }
}
