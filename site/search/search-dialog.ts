import { articleUrl, searchUrl } from '../../content/article-address.ts'
import type { Marks } from '../../search/query/marks.ts'
import type { Hit } from '../../search/query/open-search.ts'
import { reportSearch } from '../client/report-search.ts'
import type { Texts } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'
import { prepareSearch } from './load-search.ts'
import { markedText } from './marked-text.ts'
import { forgetRecent, keepRecent, readRecent } from './recent-searches.ts'
import { sayHits } from './say-hits.ts'

const mostHits = 8
/** The texts under the hits wait until somebody stops typing; the hits do not. */
const pause = 150

/** Lets a dialog search, from what was typed before its script was there. */
function setUp(dialog: HTMLDialogElement): void {
  const part = <E extends HTMLElement>(selector: string): E => {
    const found = dialog.querySelector<E>(selector)
    if (!found) throw new Error(`The search dialog has no ${selector}.`)
    return found
  }
  const texts = JSON.parse(dialog.dataset['texts'] ?? '{}') as Texts
  const locale = document.documentElement.lang
  const [field, list] = [part<HTMLInputElement>('input'), part<HTMLOListElement>('ol')]
  const topics = part<HTMLSelectElement>('select')
  const report = reportSearch()
  const load = prepareSearch(locale)
  let timer = 0

  async function run(): Promise<void> {
    const query = field.value.trim()
    const slow = window.setTimeout(() => announce(texts.searching), 400)
    try {
      const finding = query === '' ? undefined : await (await load()).find(query)
      if (query !== field.value.trim()) return
      showRecent(query === '')
      if (!finding) {
        list.replaceChildren()
        topics.hidden = true
        reveal({ more: false, nothing: false, exact: false })
        announce('')
        return
      }
      report.searched({ query, locale, results: finding.hits.length })
      offerTopics(finding.hits)
      const hits = finding.hits.filter(({ category }) => topics.value === '' || category === topics.value)
      const items = hits.slice(0, mostHits).map(itemOf)
      list.replaceChildren(...items.map(({ item }) => item))
      const [all, exact] = [part<HTMLAnchorElement>('[data-more] a'), part<HTMLAnchorElement>('[data-exact] a')]
      all.href = `${searchUrl(locale)}?q=${encodeURIComponent(query)}`
      exact.href = `${all.href}&exact`
      exact.textContent = fill(texts.searchInstead, { query })
      reveal({ more: hits.length > mostHits, nothing: hits.length === 0, exact: finding.corrected !== null })
      const { corrected } = finding
      const isOther = corrected !== null && hits.length > 0
      announce(isOther ? fill(texts.correctedTo, { query: corrected }) : sayHits(hits, { query, locale, texts }))
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        for (const { item, hit } of items) void showExcerpt(item, { hit, marks: finding.marks })
      }, pause)
    } catch {
      announce(texts.searchFailed)
    } finally {
      clearTimeout(slow)
    }
  }

  const announce = (text: string): void => {
    part('[data-count]').textContent = text
  }

  const reveal = (parts: Record<string, boolean>): void => {
    for (const [name, visible] of Object.entries(parts)) part(`[data-${name}]`).hidden = !visible
  }

  /** The topics that have hits; what was chosen stays while it has some. */
  function offerTopics(hits: Hit[]): void {
    const [all] = topics.options
    const chosen = topics.value
    const names = [...new Set(hits.map(({ category }) => category))].sort((a, b) => a.localeCompare(b, locale))
    topics.replaceChildren(...(all ? [all] : []), ...names.map((name) => new Option(name, name)))
    topics.value = names.includes(chosen) ? chosen : ''
    topics.hidden = names.length < 2
  }

  function itemOf(hit: Hit): { item: HTMLLIElement; hit: Hit } {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = articleUrl(locale, hit.id)
    const [title, category, text] = ['strong', 'small', 'p'].map((name) => document.createElement(name))
    title?.append(hit.title)
    category?.append(hit.category)
    link.append(...[title, category].flatMap((node) => node ?? []))
    item.append(link, ...(text ? [text] : []))
    return { item, hit }
  }

  async function showExcerpt(item: HTMLLIElement, { hit, marks }: { hit: Hit; marks: Marks }): Promise<void> {
    // Without its text a hit is still a hit: title and category are there.
    const excerpt = await (await load()).excerpt(hit, marks).catch(() => undefined)
    const text = item.querySelector('p')
    if (!excerpt || !text || !item.isConnected) return
    text.replaceChildren(...markedText(excerpt.parts))
    if (excerpt.heading === '') return
    const section = document.createElement('a')
    section.href = `${articleUrl(locale, hit.id)}#${excerpt.id}`
    section.append(excerpt.heading)
    text.prepend(section, ' ')
  }

  function showRecent(isWanted: boolean): void {
    const recent = isWanted ? readRecent() : []
    part('[data-recent] ul').replaceChildren(
      ...recent.map((query) => {
        const item = document.createElement('li')
        const again = document.createElement('button')
        again.type = 'button'
        again.textContent = query
        again.addEventListener('click', () => {
          field.value = query
          field.focus()
          void run()
        })
        item.append(again)
        return item
      }),
    )
    reveal({ recent: recent.length > 0 })
  }

  /** The arrow keys walk from the field through what is below it, and back. */
  function walk(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined || event.target === topics) return
    const stops = [field, ...dialog.querySelectorAll<HTMLElement>('ol a, [data-recent] button, p:not([hidden]) > a')]
    const visible = stops.filter((stop) => stop.checkVisibility())
    const at = visible.findIndex((stop) => stop === document.activeElement)
    event.preventDefault()
    visible[(at + by + visible.length) % visible.length]?.focus()
  }

  field.addEventListener('input', () => void run())
  topics.addEventListener('change', () => void run())
  dialog.addEventListener('keydown', walk)
  part('form').addEventListener('submit', () => keepRecent(field.value))
  part('[data-close]').addEventListener('click', () => dialog.close())
  part('[data-forget]').addEventListener('click', () => {
    forgetRecent()
    showRecent(true)
    field.focus()
  })
  dialog.addEventListener('click', (event) => {
    const target = event.target as Element
    const link = target.closest<HTMLAnchorElement>('ol a')
    if (link) {
      keepRecent(field.value)
      report.clicked(link.pathname)
      // A link to a section of this very page leaves the dialog where it is.
      if (link.pathname === location.pathname) dialog.close()
    } else if (target === dialog) dialog.close()
  })

  field.addEventListener('focus', () => void run())
  void run()
  // Loaded before the first letter, so that it is answered at once; what fails is told when somebody searches.
  load().catch(() => undefined)
}

for (const dialog of document.querySelectorAll<HTMLDialogElement>('.search-dialog')) setUp(dialog)
