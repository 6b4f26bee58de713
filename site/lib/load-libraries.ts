import { getCollection } from 'astro:content'
import { parseArticlePath } from './article-path.ts'
import { countWords } from './count-words.ts'
import { headingsIn } from './headings-in.ts'
import { arrangeLibraries, type Library } from './library.ts'
import { readChanges } from './read-changes.ts'

const folder = 'content/articles'
// Asked once a build, however many pages want to know.
const changes = readChanges(folder)

let built: Promise<Map<string, Library>> | undefined

/** Reads the articles and categories of every language: once a build, and anew for each page while they are written. */
export const loadLibraries = (): Promise<Map<string, Library>> =>
  import.meta.env.PROD ? (built ??= readLibraries()) : readLibraries()

async function readLibraries(): Promise<Map<string, Library>> {
  const [articles, categories] = await Promise.all([getCollection('articles'), getCollection('categories')])
  const changedAt = await changes
  return arrangeLibraries(
    articles.map(({ id: path, data, body = '', filePath: file = '' }) => {
      return {
        ...parseArticlePath(path),
        title: data.title,
        description: data.description,
        order: data.order,
        related: data.related,
        keywords: data.keywords ?? [],
        headings: headingsIn(body),
        words: countWords(body),
        changedAt: changedAt.get(file.slice(folder.length + 1)),
        file,
      }
    }),
    categories.map(({ id, data }) => {
      const [locale = '', category = ''] = id.split('/')
      return { ...data, locale, id: category }
    }),
  )
}
