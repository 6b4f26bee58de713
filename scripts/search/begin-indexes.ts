import { createHash, type Hash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchHints } from '../../content/schema.ts'
import { makeIndex, textOf, type SourceArticle } from '../../search/index/make-index.ts'
import { compressFile } from '../compress-files.ts'
import { generalSynonyms } from './general-synonyms.ts'
import type { ReadPage } from './read-page.ts'

/** The index of a language that is being made. */
interface Begun {
  /** Where its files are, until it is known what they are called. */
  folder: string
  articles: SourceArticle[]
  hash: Hash
}

/**
 * Begins the search indexes of a site, one for each language, in its folder `search-index`.
 *
 * @example
 * ```ts
 * const indexes = beginIndexes('dist/site')
 * for (const page of pages) indexes.add(page)
 * indexes.finish()
 * ```
 */
export function beginIndexes(site: string) {
  const folder = join(site, 'search-index')
  const begun = new Map<string, Begun>()

  const begin = (locale: string): Begun => {
    const own = { folder: join(folder, locale, 'unfinished'), articles: [], hash: createHash('sha256') }
    begun.set(locale, own)
    rmSync(own.folder, { recursive: true, force: true })
    mkdirSync(own.folder, { recursive: true })
    return own
  }

  return {
    /** Takes in what is read on a page. The text of its article is written at once: there may be thousands. */
    add({ locale, article }: ReadPage): void {
      const own = begun.get(locale) ?? begin(locale)
      const text = JSON.stringify(textOf(article))
      writeCompressed(join(own.folder, `text-${own.articles.length}.json`), text)
      own.hash.update(text)
      own.articles.push(article)
    },

    /**
     * Writes what can be searched.
     *
     * @param hints - What writers add: synonyms and pinned results.
     */
    finish(hints: SearchHints = { synonyms: {}, pins: {} }): void {
      for (const [locale, own] of begun) {
        const { index, bodies } = makeIndex({
          locale,
          articles: own.articles,
          folder: '',
          synonyms: hints.synonyms[locale] ?? [],
          generalSynonyms: generalSynonyms(locale),
          pins: hints.pins[locale] ?? [],
        })
        own.hash.update(JSON.stringify(index))
        for (const [number, body] of bodies.entries()) {
          const content = JSON.stringify(body)
          own.hash.update(content)
          writeCompressed(join(own.folder, `body-${number}.json`), content)
        }
        // Named after what is in them, so that browsers may keep them for good.
        const name = `${locale}/${own.hash.digest('hex').slice(0, 12)}`
        rmSync(join(folder, name), { recursive: true, force: true })
        renameSync(own.folder, join(folder, name))
        writeCompressed(join(folder, `${locale}.json`), JSON.stringify({ ...index, folder: name }))
      }
    },
  }
}

function writeCompressed(file: string, text: string): void {
  const content = Buffer.from(text)
  writeFileSync(file, content)
  compressFile(file, content)
}
