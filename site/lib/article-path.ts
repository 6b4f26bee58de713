import { Locale } from '../../content/schema.ts'

/** Where an article belongs, read from where its file lies. */
export interface ArticlePath {
  locale: string
  category: string
  /** Path below the category; folders deeper than the category stay in it. */
  slug: string
}

/** Reads `<locale>/<category>/<slug>.mdx`, relative to the folder of all articles. */
export function parseArticlePath(path: string): ArticlePath {
  const [locale = '', ...folders] = path.replace(/\.mdx?$/, '').split('/')
  if (!Locale.safeParse(locale).success) {
    throw new Error(
      `content/articles/${path}: “${locale}” is no language tag. Put articles in content/articles/<locale>/<category>/, for example en/planning/.`,
    )
  }
  const [category, ...rest] = folders.map(slugOf)
  if (category === undefined || rest.length === 0) {
    throw new Error(
      `content/articles/${path}: an article lies in a category. Move it to a folder, for example content/articles/${locale}/getting-started/.`,
    )
  }
  return { locale, category, slug: rest.join('/') }
}

/** A file or folder name as it stands in a URL. */
export function slugOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** The name of a folder without metadata, as a title: `first-steps` becomes “First steps”. */
export function titleOfFolder(folder: string): string {
  const words = folder.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
