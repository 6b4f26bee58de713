import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticle } from '../../scripts/content/read-article.ts'
import { generalSynonyms } from '../../scripts/search/general-synonyms.ts'
import { makeIndex, textOf, type IndexOptions, type SourceArticle } from '../../search/index/make-index.ts'
import { openSearch, type Search } from '../../search/query/open-search.ts'

/** An article with a title and one section, unless more is given. */
export function sourceArticle(title: string, text = '', more: Partial<SourceArticle> = {}): SourceArticle {
  const id = `topic/${title.toLowerCase().replace(/\W+/g, '-')}`
  const sections = [{ id: '', heading: '', text }]
  return { id, title, category: 'Topic', description: '', keywords: [], sections, ...more }
}

/** The articles of the help center in a language, by their files. */
export function shippedArticles(locale: string): SourceArticle[] {
  const folder = join(import.meta.dirname, '../../content/articles', locale)
  return globSync('*/*.md', { cwd: folder })
    .sort()
    .map((file) => {
      const source = readFileSync(join(folder, file), 'utf8')
      const { title, description = '', keywords = [] } = readArticle(source, 'md').frontMatter as Partial<SourceArticle>
      const [lead = '', ...rest] = source.replace(/^---\n[^]*?\n---\n/, '').split(/^## /m)
      const sections = rest.map((section) => {
        const [heading = '', ...lines] = section.split('\n')
        return { id: '', heading, text: lines.join('\n') }
      })
      return {
        ...{ id: file.replace(/\.md$/, ''), title: title ?? '', category: '', description, keywords },
        sections: [{ id: '', heading: '', text: lead }, ...sections],
      }
    })
}

/** A search over articles, and the files that it has loaded. */
export async function searchIn(
  articles: readonly SourceArticle[],
  options: Partial<Omit<IndexOptions, 'articles'>> = {},
): Promise<{ search: Search; loaded: string[]; titles: (query: string) => Promise<string[]> }> {
  const locale = options.locale ?? 'en'
  const made = makeIndex({ locale, folder: 'own', generalSynonyms: generalSynonyms(locale), ...options, articles })
  const files = new Map<string, unknown>([
    [`${locale}.json`, made.index],
    ...made.bodies.map((body, number) => [`own/body-${number}.json`, body] as const),
    ...articles.map((article, number) => [`own/text-${number}.json`, textOf(article)] as const),
  ])
  const loaded: string[] = []
  const search = await openSearch(locale, async (path) => {
    loaded.push(path)
    // As it comes out of a file.
    return JSON.parse(JSON.stringify(files.get(path))) as unknown
  })
  const titles = async (query: string) => (await search.find(query)).hits.map(({ title }) => title)
  return { search, loaded, titles }
}
