import { markdownUrl } from '../../content/article-address.ts'
import type { Texts } from '../i18n/en.ts'
import { writtenShelves, type Library } from '../lib/library.ts'

/** What the help center holds, for language models: each article in Markdown, by category (llmstxt.org). */
export function writeLlms(library: Library, { origin, texts }: { origin: string; texts: Texts }): string {
  const categories = writtenShelves(library).map(({ title, description, articles }) => {
    const lines = articles.map((article) => {
      const about = article.description === undefined ? '' : `: ${article.description}`
      return `- [${article.title}](${origin}${encodeURI(markdownUrl(library.locale, article.id))})${about}`
    })
    return [`## ${title}`, ...(description === undefined ? [] : [description]), lines.join('\n')].join('\n\n')
  })
  return `${[`# ${texts.siteName}`, `> ${texts.tagline}`, ...categories].join('\n\n')}\n`
}
