import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { markdownUrl } from '../../content/article-address.ts'
import { Article } from '../../content/schema.ts'
import { writeMarkdown } from '../../content/write-markdown.ts'
import { readArticles } from '../content/check-content.ts'

/** Writes every article in Markdown beside its page: as a route of its own each would take as long as half a page. */
export function writeMarkdownFiles(root: string, site: string): void {
  for (const { address, frontMatter, body } of readArticles(root).read) {
    const { title, description } = Article.parse(frontMatter)
    const file = join(site, markdownUrl(address.locale, address.id))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, writeMarkdown({ title, description, body }))
  }
}
