import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, articlePattern } from '../../content/article-address.ts'

/** Ids (`category/slug`) of the articles that exist, by locale. */
export type ArticleShelf = ReadonlyMap<string, ReadonlySet<string>>

/** Paths of the articles' files below `content/articles`, in order. None is read. */
export function articleFiles(root: string): string[] {
  const folder = join(root, 'content/articles')
  return (
    globSync(articlePattern, { cwd: folder })
      // Neither folders that are named so, nor links that lead nowhere.
      .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
  )
}

/** Lists which articles exist in which language. */
export function listArticles(root: string): ArticleShelf {
  const shelf = new Map<string, Set<string>>()
  for (const { locale, id } of articleFiles(root).flatMap((path) => addressOf(path) ?? [])) {
    const ids = shelf.get(locale)
    if (ids) ids.add(id)
    else shelf.set(locale, new Set([id]))
  }
  return shelf
}
