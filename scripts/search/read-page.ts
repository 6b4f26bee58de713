import type { SourceArticle } from '../../search/index/make-index.ts'
import type { ArticleSection } from '../../search/index/index-file.ts'
import { scanHtml } from './scan-html.ts'

/** An article as its page shows it, and its language. */
export interface ReadPage {
  locale: string
  article: SourceArticle
}

/** What stands in a line of its own, so that words before and after it do not run together. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
])
const unclosed = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const unread = new Set(['script', 'style', 'template', 'svg', 'button', 'select'])

/** Reads the article on a page, as Pagefind is told to by the same attributes; null where there is none. */
export function readPage(html: string): ReadPage | null {
  if (!html.includes('data-pagefind-body')) return null
  let [id, locale] = ['', '']
  let article: SourceArticle | undefined
  const sections: ArticleSection[] = [{ id: '', heading: '', text: '' }]
  let open = 0
  let ignoredFrom: number | undefined
  let [inHeading, inLead] = [false, false]

  for (const part of scanHtml(html)) {
    if (part.kind === 'text') {
      const section = sections.at(-1)
      if (!article || !section || ignoredFrom !== undefined) continue
      if (inLead) article.description += part.text
      else if (inHeading) section.heading += part.text
      // Where a paragraph is broken in its source says nothing: only elements begin a line.
      else section.text += part.text.replace(/\s+/g, ' ')
      continue
    }
    const { kind, name, attributes } = part
    if (attributes['data-article'] !== undefined)
      [id, locale = ''] = [attributes['data-article'], attributes['data-locale']]
    if (!article && kind === 'open' && 'data-pagefind-body' in attributes) {
      article = begin(id, attributes)
      open = 0
      continue
    }
    if (!article) continue
    if (!unclosed.has(name)) open += kind === 'open' ? 1 : -1
    if (open < 0) break
    if (ignoredFrom !== undefined) {
      if (open < ignoredFrom) ignoredFrom = undefined
      continue
    }
    if (kind === 'open' && !unclosed.has(name) && ('data-pagefind-ignore' in attributes || unread.has(name))) {
      ignoredFrom = open
      continue
    }
    const section = sections.at(-1)
    if (/^h[2-6]$/.test(name)) {
      inHeading = kind === 'open'
      if (inHeading) sections.push({ id: attributes['id'] ?? '', heading: '', text: '' })
    } else if (name === 'p' && (inLead || attributes['class'] === 'lead')) inLead = kind === 'open'
    else if (section && !inline.has(name)) section.text += '\n'
  }
  if (!article) return null
  return {
    locale,
    article: { ...article, sections: sections.map(tidy).filter(({ heading, text }) => heading || text) },
  }
}

const begin = (id: string, attributes: Record<string, string>): SourceArticle => ({
  id,
  title: attributes['data-title'] ?? '',
  category: attributes['data-category'] ?? '',
  keywords: (attributes['data-keywords'] ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
  description: '',
  sections: [],
  ...(attributes['data-first'] !== undefined && { first: Number(attributes['data-first']) }),
  // Its language is only named where it is not that of the page.
  ...('lang' in attributes && { isUntranslated: true }),
})

const tidy = ({ id, heading, text }: ArticleSection): ArticleSection => ({
  id,
  heading: heading.replace(/\s+/g, ' ').trim(),
  text: text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim(),
})
