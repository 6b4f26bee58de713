import type { Finding } from '../../search/query/open-search.ts'
import { articleUrl } from '../../content/article-address.ts'
import { noteSearches } from '../../search/query/note-searches.ts'
import { el } from '../ui/element.ts'
import { isNarrow } from '../ui/is-narrow.ts'
import { articleLink } from './article-link.ts'
import type { Desk, View } from './desk.ts'
import { rowsOf } from './rows.ts'
import { suggest } from './suggest.ts'

const mostHits = 8
/** The texts under the hits wait until somebody stops typing; the hits do not. */
const pause = 150

/** The search, what may help on this page, and what else the panel holds. */
export const homeView = (desk: Desk): View => {
  const { scene, words, locale, search, memory, remember } = desk
  const notes = noteSearches((note) => void scene.send('/v1/searches', note, true), scene.makeId)
  let timer: ReturnType<typeof setTimeout> | undefined
  let suggestedFor = ''
  let rowsShown = ''

  const field = el('input', {
    type: 'search',
    'aria-label': words.search,
    placeholder: words.search,
    autocomplete: 'off',
    maxlength: 500,
    value: memory().query ?? '',
    oninput: () => void run(true),
  }) as HTMLInputElement
  const said = el('p', { class: 'muted', role: 'status' })
  const hits = el('ol', { class: 'links', role: 'list', 'aria-label': words.results, hidden: true })
  const why = el('h3', { id: 'why' })
  const suggested = el('ul', { class: 'links', role: 'list', 'aria-labelledby': 'why' })
  const offered = el('div', { hidden: true }, why, suggested)
  const rows = el('div', { class: 'rows' })

  /** What is found again where the panel is opened again was searched for before. */
  const run = async (isTyped: boolean) => {
    const query = typed()
    remember({ query })
    clearTimeout(timer)
    if (query === '') {
      notes.searched({ query, locale, results: 0 })
      hits.replaceChildren()
      said.textContent = ''
      showOrHide()
      return
    }
    try {
      const finding = await (await search()).find(query)
      if (query !== typed()) return
      if (isTyped) notes.searched({ query, locale, results: finding.hits.length })
      list(finding)
      const { corrected } = finding
      const [count, isOther] = [finding.hits.length, corrected !== null && finding.hits.length > 0]
      said.textContent = isOther ? words.corrected(corrected ?? '') : count ? words.found(count) : words.nothing(query)
    } catch {
      hits.replaceChildren()
      said.textContent = words.failed
    }
    showOrHide()
  }
  const typed = () => field.value.replace(/\s+/g, ' ').trim()
  const showOrHide = () => {
    hits.hidden = !hits.childElementCount
    offered.hidden = typed() !== '' || !suggested.childElementCount
  }

  const list = ({ hits: found, marks }: Finding) => {
    const shown = found.slice(0, mostHits).map((hit) => {
      const text = el('p', { class: 'excerpt' })
      const onFollow = () => notes.clicked(articleUrl(locale, hit.id))
      const below = [el('span', { class: 'muted' }, hit.category), text]
      return { hit, text, item: el('li', null, articleLink(hit, desk, { onFollow, below })) }
    })
    hits.replaceChildren(...shown.map(({ item }) => item))
    timer = setTimeout(() => {
      for (const { hit, text } of shown) {
        // Without its text a hit is still a hit.
        search()
          .then((loaded) => loaded.excerpt(hit, marks))
          .then(({ parts }) =>
            text.replaceChildren(...parts.map((part) => (part.marked ? el('mark', null, part.text) : part.text))),
          )
          .catch(() => undefined)
      }
    }, pause)
  }

  const offer = async () => {
    const { url } = scene.environment.page()
    if (url === suggestedFor) return
    suggestedFor = url
    const found = await suggest(desk).catch(() => ({ why: '', articles: [] }))
    if (url !== suggestedFor) return
    why.textContent = found.why
    suggested.replaceChildren(...found.articles.map((article) => el('li', null, articleLink(article, desk))))
    showOrHide()
  }

  /** The arrow keys walk from the field through what is below it, and back. */
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === field && !event.isComposing) hits.querySelector('a')?.focus()
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    const stops = [...element.querySelectorAll<HTMLElement>('input, a, .rows button')].filter(
      ({ offsetWidth }) => offsetWidth,
    )
    const at = stops.findIndex((stop) => stop === (element.getRootNode() as ShadowRoot).activeElement)
    event.preventDefault()
    stops[(at + by + stops.length) % stops.length]?.focus()
  }

  const element = el(
    'div',
    { class: 'home', onkeydown: walk },
    el('div', { role: 'search' }, field),
    said,
    hits,
    offered,
    rows,
  )
  if (typed() !== '') void run(false)

  return {
    title: words.title,
    element,
    // On a phone a keyboard would cover what is offered.
    first: () => (isNarrow() ? null : field),
    update: () => {
      void offer()
      const fresh = rowsOf(desk)
      const shown = fresh.map(({ outerHTML }) => outerHTML).join('')
      // What is the same stays, and keeps its focus.
      if (shown !== rowsShown) rows.replaceChildren(...fresh)
      rowsShown = shown
    },
    leave: notes.left,
  }
}
