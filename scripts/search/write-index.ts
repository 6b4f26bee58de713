import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchHints } from '../../content/schema.ts'
import { makeIndex, type SourceArticle } from '../../search/index/make-index.ts'
import { generalSynonyms } from './general-synonyms.ts'
import { readPage } from './read-page.ts'

/**
 * Makes the search index of every language from the pages of a built site, into its folder `search-index`.
 *
 * @param hints - What writers add: synonyms and pinned results.
 */
export function writeIndexes(site: string, hints: SearchHints = { synonyms: {}, pins: {} }): void {
  const byLocale = new Map<string, SourceArticle[]>()
  for (const file of globSync('**/help/**/index.html', { cwd: site }).sort()) {
    const page = readPage(readFileSync(join(site, file), 'utf8'))
    if (!page) continue
    const articles = byLocale.get(page.locale) ?? []
    byLocale.set(page.locale, articles)
    articles.push(page.article)
  }
  for (const [locale, articles] of byLocale) writeIndex(join(site, 'search-index'), { locale, articles, hints })
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
  const made = makeIndex({ ...options, folder: '' })
  // Named after what is in them, so that browsers may keep them for good.
  const hash = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 12)
  const own = join(folder, locale, hash)
  mkdirSync(own, { recursive: true })
  writeJson(join(folder, `${locale}.json`), { ...made.index, folder: `${locale}/${hash}` })
  made.bodies.forEach((body, number) => writeJson(join(own, `body-${number}.json`), body))
  made.texts.forEach((text, number) => writeJson(join(own, `text-${number}.json`), text))
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(file, JSON.stringify(content))
}
