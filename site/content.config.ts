import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { articlePattern, slugOf } from '../content/article-address.ts'
import { Article, Category } from '../content/schema.ts'
import { parseArticlePath } from './lib/article-path.ts'

const base = './content/articles'

/** Articles are named by their place alone: front matter cannot move them. */
function articleId(path: string): string {
  const { locale, id } = parseArticlePath(path)
  return `${locale}/${id}`
}

function categoryId(path: string): string {
  const [locale = '', folder = ''] = path.split('/')
  return `${locale}/${slugOf(folder)}`
}

/** The collections of the help center. */
export const collections = {
  articles: defineCollection({
    loader: glob({ base, pattern: articlePattern, generateId: ({ entry }) => articleId(entry) }),
    schema: Article,
  }),
  categories: defineCollection({
    loader: glob({ base, pattern: '*/*/_category.{yaml,yml}', generateId: ({ entry }) => categoryId(entry) }),
    schema: Category,
  }),
}
