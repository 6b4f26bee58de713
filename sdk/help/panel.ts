import { prepareSearch } from '../../search/query/prepare-search.ts'
import { closeButton } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import { isNarrow } from '../ui/is-narrow.ts'
import { keepOnTop } from '../ui/keep-on-top.ts'
import { mount } from '../ui/mount.ts'
import type { Part, Scene } from '../ui/part.ts'
import prose from '../ui/prose.css'
import stones from '../ui/stones.css'
import { siteOf } from './addresses.ts'
import articleCss from './article.css'
import { articleView } from './article-view.ts'
import contactCss from './contact.css'
import { contactView } from './contact-view.ts'
import type { Desk, Memory, Stop, View } from './desk.ts'
import feedbackCss from './feedback.css'
import homeCss from './home.css'
import { homeView } from './home-view.ts'
import newsCss from './news.css'
import { newsView } from './news-view.ts'
import panelCss from './panel.css'
import { words as english } from './words/help-words.ts'
import type { HelpWords } from './words/help-words.ts'

const css = [prose, stones, panelCss, homeCss, newsCss, articleCss, feedbackCss, contactCss].join('')

/** What was shown, and what had the focus when somebody went on from there. */
interface Left {
  view: View
  focused: Element | null
  scrolled: number
}

/**
 * Puts the panel on the page: a frame with a view in it, and a way back from each. What was left stays as it was until
 * one comes back to it.
 */
export const openPanel = (
  root: ShadowRoot,
  { scene: given, words = english, takesFocus }: { scene: Scene; words: HelpWords | undefined; takesFocus: boolean },
): Part => {
  // A path of the page may be given.
  const api = new URL(`${given.api}/`, document.baseURI).href.slice(0, -1)
  const scene = { ...given, api }
  const { session, state, locale, onProblem, end } = scene
  const memory = () => session.get<Memory>('help') ?? {}
  const remember = (change: Memory) => session.set('help', { ...memory(), ...change })
  const before = deepFocus(root)
  const { locale: language = 'en', launcher } = state()?.help ?? {}
  const left: Left[] = []
  let current: View | undefined
  /** Where on the way that was, to see when something else has changed it. */
  let stop: string | undefined

  const desk: Desk = {
    ...{ scene, words, locale: language, memory, remember },
    search: prepareSearch(language, `${api}/search-index/`),
    go: (stop) => {
      remember({ path: [...path(), stop] })
      if (current) left.push({ view: current, focused: root.activeElement, scrolled: body.scrollTop })
      enter(viewOf(stop, true))
      focusFirst()
    },
    back: () => {
      remember({ path: path().slice(0, -1) })
      const last = left.pop()
      if (last) enter(last.view)
      else enter(viewOf(path().at(-1) ?? { view: 'home' }, false))
      body.scrollTop = last?.scrolled ?? 0
      if (last?.focused?.isConnected) (last.focused as HTMLElement).focus()
      else focusFirst()
    },
    leaveFor: (id) => {
      remember({ path: [] })
      end()
      scene.open(id)
    },
  }
  const path = () => memory().path ?? []
  const viewOf = (stop: Stop, isNew: boolean): View =>
    stop.view === 'article'
      ? articleView(desk, stop, isNew)
      : { home: homeView, news: newsView, contact: contactView }[stop.view](desk)

  const title = el('h2', { tabindex: -1 })
  const back = el(
    'button',
    { type: 'button', class: 'icon turn', 'aria-label': words.back, title: words.back, onclick: () => desk.back() },
    icon('M10 3 5 8l5 5'),
  )
  const page = el(
    'a',
    { class: 'icon', target: '_blank', rel: 'noopener', 'aria-label': words.newTab, title: words.newTab },
    icon('M7 3H3v10h10V9M9.5 3H13v3.5M13 3 7.5 8.5'),
  )
  const body = el('div', { class: 'body' })
  const frame = el(
    'section',
    {
      ...{ class: 'help', role: 'dialog', 'aria-label': words.title, lang: locale },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Tab' && isNarrow()) stayWithin(frame, event)
        if (event.key !== 'Escape') return
        // It is for the panel alone, not for a dialog of the page around it.
        event.preventDefault()
        event.stopPropagation()
        end()
      },
    },
    el('header', null, back, title, page, closeButton(words.close, end)),
    body,
  )

  const enter = (view: View) => {
    current?.leave?.()
    current = view
    stop = JSON.stringify(path())
    title.textContent = view.title ?? ''
    title.hidden = view.title === undefined
    back.hidden = path().length === 0
    page.hidden = view.address === undefined
    if (view.address !== undefined) page.setAttribute('href', view.address)
    body.replaceChildren(view.element)
    body.scrollTop = 0
    view.update?.()
  }
  const focusFirst = () => {
    const first = current?.first?.() ?? body.querySelector<HTMLElement>('h2') ?? title
    first.focus({ preventScroll: true })
  }

  const { box, update: draw, remove } = mount(root, { view: () => frame, css })
  box.classList.add('holds-help', launcher?.corner ?? 'end')
  if (launcher) box.classList.add('above')
  draw(undefined)
  const top = keepOnTop(box)
  // A dialog of the page that opens later would lie above it.
  const dialogs = new MutationObserver(() => top.raise(null))
  const leaving = new AbortController()
  addEventListener('pagehide', () => current?.leave?.(), { signal: leaving.signal })
  dialogs.observe(document, { subtree: true, attributeFilter: ['open'] })
  const arrive = () => {
    const { isNew = false } = memory()
    remember({ isNew: false })
    enter(viewOf(path().at(-1) ?? { view: 'home' }, isNew))
  }
  arrive()
  if (takesFocus) focusFirst()
  const site = siteOf(scene)
  if (new URL(site).pathname[1]) onProblem(`no pages under ${site}: set PUBLIC_URL`)

  return {
    update: () => {
      if (stop === JSON.stringify(path())) return current?.update?.()
      left.length = 0
      arrive()
      focusFirst()
    },
    remove: () => {
      const hadFocus = frame.contains(root.activeElement)
      current?.leave?.()
      leaving.abort()
      dialogs.disconnect()
      remove()
      top.leave()
      if (!hadFocus) return
      const button = root.querySelector<HTMLElement>('.launcher')
      ;(before?.isConnected ? before : button)?.focus()
    },
  }
}

/** What has the focus, here or in the page. */
const deepFocus = (root: ShadowRoot) => {
  const { activeElement } = document
  return (root.activeElement ?? (activeElement === document.body ? null : activeElement)) as HTMLElement | null
}

/** Where nothing of the page is to be seen, the focus does not go there. */
const stayWithin = (frame: HTMLElement, event: KeyboardEvent) => {
  const stops = [
    ...frame.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ]
  const visible = stops.filter(({ offsetWidth }) => offsetWidth)
  const [first, last] = [visible[0], visible.at(-1)]
  const focused = (frame.getRootNode() as ShadowRoot).activeElement
  const isAtEnd = event.shiftKey ? focused === first || !visible.includes(focused as HTMLElement) : focused === last
  if (!isAtEnd) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
