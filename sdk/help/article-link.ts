import type { IndexedArticle } from '../../search/query/read-index.ts'
import { el } from '../ui/element.ts'
import type { Attributes, Child } from '../ui/element.ts'
import { pageOf } from './addresses.ts'
import type { ArticleStop } from './addresses.ts'
import type { Desk } from './desk.ts'

/** What makes a link lead to a stop of the panel; with a modifier key it leads to the page, as any link. */
export const linkWithin = (address: string, act: () => void): Attributes => ({
  href: address,
  onclick: (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    act()
  },
  target: '_blank',
  rel: 'noopener',
})

/** The title of an article, which is read in the panel. */
export const articleLink = (
  { id, title, isUntranslated }: IndexedArticle,
  { scene, locale, words, go }: Desk,
  { onFollow, below }: { onFollow?: () => void; below?: Child } = {},
): HTMLElement => {
  const stop: ArticleStop = { view: 'article', id, locale }
  return el(
    'a',
    linkWithin(pageOf(stop, scene), () => {
      onFollow?.()
      go(stop)
    }),
    el('strong', { lang: isUntranslated && 'en' }, title),
    isUntranslated && el('span', { class: 'muted' }, ` ${words.inEnglish}`),
    below,
  )
}
