import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Fills a folder with so many articles, `<category>/<slug>.md`: those of a corpus, and copies of them under other names
 * and titles where there are not enough. Copies have the same words, so indexes grow less than with articles of their own.
 *
 * @param corpus - A folder of categories with Markdown files; `.mdx` and front matter but title and description are left out.
 */
export function makeCorpus(corpus: string, { count, folder }: { count: number; folder: string }): void {
  const files = globSync('*/**/[^_]*.md', { cwd: corpus }).sort()
  if (files.length === 0) throw new Error(`${corpus} has no <category>/<slug>.md. Name a folder of articles: --corpus.`)
  const articles = files.map((file) => ({ file, ...readArticle(join(corpus, file)) }))
  for (let place = 0; place < count; place++) {
    const article = articles[place % articles.length]
    if (!article) continue
    const round = Math.floor(place / articles.length)
    const target = join(folder, round === 0 ? article.file : article.file.replace(/\.md$/, `-${round}.md`))
    mkdirSync(dirname(target), { recursive: true })
    const title = JSON.stringify(round === 0 ? article.title : `${article.title} (${round})`)
    const description = article.description === undefined ? '' : `description: ${JSON.stringify(article.description)}\n`
    writeFileSync(target, `---\ntitle: ${title}\n${description}---\n${article.body}`)
  }
}

function readArticle(file: string) {
  const [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(head)?.[1]?.replace(/^(["'])(.*)\1$/, '$2')
  return {
    title: field('title') ?? file,
    description: field('description'),
    // Without pictures, which the other builders would have to be given, and optimise.
    body: body.replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1'),
  }
}
