import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readArticle } from '../../scripts/content/read-article.ts'
import type { SourceArticle } from '../../search/index/make-index.ts'
import { judgeRanks, type LabelledQuery } from '../bench/search/judge-ranks.ts'
import { searchIn } from './make-library.ts'

const folder = join(import.meta.dirname, '../../content/articles/fr')
const queries = JSON.parse(readFileSync(join(import.meta.dirname, 'french-queries.json'), 'utf8')) as LabelledQuery[]

function readSource(file: string): SourceArticle {
  const source = readFileSync(join(folder, file), 'utf8')
  const { title, description = '', keywords = [] } = readArticle(source, 'md').frontMatter as Partial<SourceArticle>
  const [lead = '', ...rest] = source.replace(/^---\n[^]*?\n---\n/, '').split(/^## /m)
  const sections = rest.map((section) => {
    const [heading = '', ...lines] = section.split('\n')
    return { id: '', heading, text: lines.join('\n') }
  })
  return {
    id: file.replace(/\.md$/, ''),
    title: title ?? '',
    category: '',
    description,
    keywords,
    sections: [{ id: '', heading: '', text: lead }, ...sections],
  }
}

test('French questions, with slips and without accents, find their articles among the first three', async () => {
  const { search } = await searchIn(globSync('*/*.md', { cwd: folder }).sort().map(readSource), { locale: 'fr' })
  const found: string[][] = []
  for (const { q } of queries) found.push((await search.find(q)).hits.map(({ id }) => id))
  const { first, firstThree } = judgeRanks(queries, found)
  expect(queries.length).toBeGreaterThanOrEqual(40)
  expect(firstThree.value).toBeGreaterThanOrEqual(0.95)
  expect(first.value).toBeGreaterThanOrEqual(0.8)
})
