import type { TextView } from '../../api/contract/guidance.ts'
import { el } from './element.ts'

/** The words of a text with their emphasis, links, paragraphs and lists. */
export const richText = (blocks: TextView): HTMLElement[] => {
  const made: HTMLElement[] = []
  for (const { kind, runs } of blocks) {
    const words = runs.map(({ text, mark, href }) =>
      href ? el('a', { href, ...(/^http/.test(href) && newTab) }, text) : mark ? el(mark, null, text) : text,
    )
    if (kind === 'paragraph') made.push(el('p', null, words))
    else {
      const list = made.at(-1)?.localName === 'ul' ? made.at(-1) : undefined
      if (list) list.append(el('li', null, words))
      else made.push(el('ul', null, el('li', null, words)))
    }
  }
  return made
}

const newTab = { target: '_blank', rel: 'noopener' }
