import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchHints } from '../../content/schema.ts'
import { makeIndex, type SourceArticle } from '../../search/index/make-index.ts'
import { compressFile } from '../compress-files.ts'
import { generalSynonyms } from './general-synonyms.ts'
import type { ReadPage } from './read-page.ts'

/**
 * Makes the search index of every language from the pages of a site, into its folder `search-index`.
 *
 * @param hints - What writers add: synonyms and pinned results.
 */
export function writeIndexes(
  site: string,
  pages: readonly ReadPage[],
  hints: SearchHints = { synonyms: {}, pins: {} },
): void {
  const byLocale = Map.groupBy(pages, ({ locale }) => locale)
  for (const [locale, read] of byLocale) {
    const articles = read.map(({ article }) => article).sort((a, b) => (a.id < b.id ? -1 : 1))
    writeIndex(join(site, 'search-index'), { locale, articles, hints })
  }
}

function writeIndex(
  folder: string,
  { locale, articles, hints }: { locale: string; articles: SourceArticle[]; hints: SearchHints },
): void {
  const options = {
    locale,
    articles,
    synonyms: hints.synonyms[locale] ?? [],
    generalSynonyms: generalSynonyms(locale),
    pins: hints.pins[locale] ?? [],
  }
  const { index, bodies, texts } = makeIndex({ ...options, folder: '' })
  const parts = [
    ...bodies.map((body, number) => ({ name: `body-${number}.json`, content: JSON.stringify(body) })),
    ...texts.map((text, number) => ({ name: `text-${number}.json`, content: JSON.stringify(text) })),
  ]
  // Named after what is in them, so that browsers may keep them for good.
  const hash = createHash('sha256').update(JSON.stringify(index))
  for (const { content } of parts) hash.update(content)
  const name = hash.digest('hex').slice(0, 12)
  mkdirSync(join(folder, locale, name), { recursive: true })
  for (const { name: part, content } of parts) writeCompressed(join(folder, locale, name, part), content)
  writeCompressed(join(folder, `${locale}.json`), JSON.stringify({ ...index, folder: `${locale}/${name}` }))
}

function writeCompressed(file: string, text: string): void {
  const content = Buffer.from(text)
  writeFileSync(file, content)
  compressFile(file, content)
}
