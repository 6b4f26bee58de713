import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import MiniSearch from 'minisearch'
import type { ArticleText, IndexFile } from '../../../search/index/index-file.ts'
import { readIndex } from '../../../search/query/read-index.ts'
import { miniSearchFields } from './minisearch-fields.ts'

/** The engines by name, each with the file that opens it in a page. */
export const engines = { Cairn: 'cairn', Pagefind: 'pagefind', MiniSearch: 'minisearch' }

/** The files that a page needs to search a built site by each engine: path -> content. */
export async function makeEngines(site: string): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: Object.values(engines).map((name) => join(import.meta.dirname, `engines/${name}.ts`)),
    outdir: '/bench',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  })
  const files = new Map(outputFiles.map(({ path, text }) => [path, text]))
  files.set('/bench/', '<!doctype html><html lang="en"><title>Bench</title>')
  return files.set('/bench/minisearch.json', JSON.stringify(indexWithMiniSearch(site)))
}

/** The pages are sent without what an index needs, so it gets the articles as Cairn's own index has them. */
function indexWithMiniSearch(site: string): MiniSearch {
  const folder = join(site, 'search-index')
  const read = <Content>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Content
  const file = read<IndexFile>('en.json')
  const keywords = file.keywords.split('\n')
  const index = new MiniSearch(miniSearchFields)
  for (const { id, title, number } of readIndex(file).articles) {
    const { description, sections } = read<ArticleText>(join(file.folder, `text-${number}.json`))
    const headings = sections.map(({ heading }) => heading).join('\n')
    const text = sections.map((section) => section.text).join('\n')
    index.add({ id, title, description, keywords: keywords[number] ?? '', headings, text })
  }
  return index
}
