import { articleUrl, decoded } from '../../content/article-address.ts'
import { el } from '../ui/element.ts'
import type { Attributes } from '../ui/element.ts'
import { articleOf, pageOf, siteOf } from './addresses.ts'
import type { ArticleStop } from './addresses.ts'
import { linkWithin } from './article-link.ts'
import { copyArticle, idPrefix } from './copy-article.ts'
import type { Desk, View } from './desk.ts'
import { feedback } from './feedback.ts'
import { loadArticle } from './load-article.ts'
import type { LoadedArticle } from './load-article.ts'

/** An article, read without leaving the page. It counts as read where somebody came to it. */
export const articleView = (desk: Desk, stop: ArticleStop, isNew: boolean): View => {
  const { scene, words, go } = desk
  const element = el('div', { class: 'reading' })
  const heading = el('h2', { tabindex: -1 }, words.loading)

  const load = () => {
    fill(words.loading)
    loadArticle(scene.api + articleUrl(stop.locale, stop.id)).then(draw, () => {
      fill(words.failed, el('p', null, el('button', { type: 'button', class: 'button', onclick: load }, words.again)))
    })
  }

  /** Whoever waits at the heading hears it again when it says something else. */
  const fill = (title: string, ...rest: HTMLElement[]) => {
    const isWaiting = element.contains((element.getRootNode() as ShadowRoot).activeElement)
    heading.textContent = title
    element.replaceChildren(heading, ...rest)
    if (isWaiting) heading.focus({ preventScroll: true })
  }

  const draw = (article: LoadedArticle) => {
    const { id, locale, title, lang, dir, body } = article
    if (isNew) void scene.send('/v1/article-views', { article: id, locale })
    isNew = false
    for (const [name, value] of Object.entries({ lang, dir })) if (value) heading.setAttribute(name, value)
    const text = el(
      'div',
      { class: 'prose', lang, dir },
      copyArticle(body.childNodes, {
        ...{ make: el, linkTo: linkFrom(article) },
        ...{ path: articleUrl(locale, id), pictures: scene.api, pages: siteOf(scene) },
      }),
    )
    for (const picture of text.querySelectorAll('img')) picture.addEventListener('error', () => insteadOf(picture))
    const contact = () => {
      void scene.send('/v1/article-contacts', { article: id, locale }, true)
      go({ view: 'contact' })
    }
    fill(title, text, feedback(desk, { article: id, locale, onContact: contact }))
  }

  /** Links of an article lead to a heading in it, to other articles in the panel, and out of it in a new tab. */
  const linkFrom =
    ({ id, locale }: LoadedArticle) =>
    (to: URL): Attributes => {
      const other = articleOf(to.href, scene)
      const isSame = other?.id === id && other.locale === locale
      if (isSame && to.hash) return linkWithin(to.href, () => scrollTo(to.hash.slice(1)))
      if (other) return linkWithin(to.href, () => go({ view: 'article', ...other }))
      return { href: to.href, target: '_blank', rel: 'noopener' }
    }
  const scrollTo = (id: string) => {
    const target = [...element.querySelectorAll('[id]')].find((each) => each.id === idPrefix + decoded(id))
    target?.scrollIntoView()
  }

  load()
  return { element, address: pageOf(stop, scene), first: () => heading }
}

/** A policy of the page may forbid pictures of others; their words are still said, and lead to them. */
const insteadOf = (picture: HTMLImageElement) =>
  picture.replaceWith(el('a', { href: picture.src, target: '_blank', rel: 'noopener' }, picture.alt || picture.src))
