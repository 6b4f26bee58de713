import { defaultLocale } from '../../content/article-address.ts'
import { titleOfFolder } from './article-path.ts'

/** What pages need to know of an article they link to. */
export interface ArticleSummary {
  /** `category/slug`, the same in every language. */
  id: string
  /** The language it is written in. */
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
export interface CategoryShelf extends CategoryMetadata {
  /** The language of its title and description. */
  locale: string
  title: string
  articles: readonly ArticleSummary[]
}

/** All that is read in one language: what is written in it, and in English what is not translated yet. */
export interface Library {
  locale: string
  categories: readonly CategoryShelf[]
  /** The articles by id. */
  articles: ReadonlyMap<string, ArticleSummary>
}

/**
 * Sorts articles and categories of every language onto shelves. What a language lacks stands there in the default one,
 * which comes first and is there even without an article: it has the pages that a new help center starts with. A category
 * without metadata is named after its folder.
 */
export function arrangeLibraries(
  articles: readonly ArticleSummary[],
  metadata: readonly CategoryMetadata[],
): Map<string, Library> {
  const libraries = new Map<string, Library>()
  const written = groupBy(articles, (article) => article.locale)
  for (const locale of new Set([defaultLocale, ...[...written.keys()].sort()])) {
    const shown = [...(written.get(defaultLocale) ?? []), ...(written.get(locale) ?? [])]
    const byId = new Map(shown.map((article) => [article.id, article]))
    const categories = [...groupBy([...byId.values()], (article) => article.category)].map(([id, members]) => ({
      ...describeCategory(id, locale, metadata),
      articles: members.toSorted(inReadingOrder(locale)),
    }))
    libraries.set(locale, { locale, categories: categories.toSorted(inReadingOrder(locale)), articles: byId })
  }
  return libraries
}

/** What a category is called in a language, in the default one, or by its folder. */
function describeCategory(id: string, locale: string, metadata: readonly CategoryMetadata[]) {
  const about = (language: string) => metadata.find((category) => category.locale === language && category.id === id)
  const [own, original] = [about(locale), about(defaultLocale)]
  const named = [own, original].find((category) => category?.title !== undefined) ?? own
  return {
    id,
    locale: named?.locale ?? locale,
    title: named?.title ?? titleOfFolder(id),
    description: named?.description,
    order: own?.order ?? original?.order,
    icon: own?.icon ?? original?.icon,
  }
}

/** The `lang` of words on a page in another language; none where both are in the same. */
export const langWithin = (page: string, words: { locale: string }): string | undefined =>
  words.locale === page ? undefined : words.locale

/** What to read first: the beginning of the first category. */
export const firstArticles = ({ categories }: Library): readonly ArticleSummary[] =>
  categories[0]?.articles.slice(0, 4) ?? []

/** Whether a category has anything that is written in the language. */
export const isWrittenIn = ({ articles }: CategoryShelf, locale: string): boolean =>
  articles.some((article) => article.locale === locale)

/** The categories with what is written in the language of the library, for machines that read each language by itself. */
export function writtenShelves({ locale, categories }: Library): CategoryShelf[] {
  return categories
    .filter((category) => isWrittenIn(category, locale))
    .map((category) => ({ ...category, articles: category.articles.filter((article) => article.locale === locale) }))
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
