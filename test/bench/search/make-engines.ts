import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import MiniSearch from 'minisearch'
import { readPage } from '../../../scripts/search/read-page.ts'
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

function indexWithMiniSearch(site: string): MiniSearch {
  const index = new MiniSearch(miniSearchFields)
  for (const file of globSync('help/**/index.html', { cwd: site })) {
    const article = readPage(readFileSync(join(site, file), 'utf8'))?.article
    if (!article) continue
    const { id, title, description, keywords, sections } = article
    const headings = sections.map(({ heading }) => heading).join('\n')
    const text = sections.map((section) => section.text).join('\n')
    index.add({ id, title, description, keywords: keywords.join(', '), headings, text })
  }
  return index
}
