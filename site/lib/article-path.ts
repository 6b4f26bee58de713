import { addressOf, localeTag, type ArticleAddress } from '../../content/article-address.ts'

/**
 * Reads `<locale>/<category>/<slug>.mdx`, relative to the folder of all articles.
 *
 * @throws Error that says where a file belongs which lies in no language or category.
 */
export function parseArticlePath(path: string): ArticleAddress {
  const address = addressOf(path)
  if (address) return address
  const [locale = ''] = path.split('/')
  if (!localeTag.test(locale)) {
    throw new Error(
      `content/articles/${path}: “${locale}” is no language tag. Put articles in content/articles/<locale>/<category>/, for example en/planning/.`,
    )
  }
  throw new Error(
    `content/articles/${path}: an article lies in a category. Move it to a folder, for example content/articles/${locale}/getting-started/.`,
  )
}

/** The name of a folder without metadata, as a title: `first-steps` becomes “First steps”. */
export function titleOfFolder(folder: string): string {
  const words = folder.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
