import { articleUrl, searchUrl } from '../../content/article-address.ts'
import type { Marks } from '../../search/query/marks.ts'
import type { Hit } from '../../search/query/open-search.ts'
import { prepareSearch } from '../../search/query/prepare-search.ts'
import { reportSearch } from '../client/report-search.ts'
import { fill } from '../i18n/fill.ts'
import { hitTitle } from './hit-title.ts'
import { markedText } from './marked-text.ts'
import { narrowDown } from './narrow-down.ts'
import { onOpened } from './on-opened.ts'
import { forgetRecent, keepRecent, readRecent } from './recent-searches.ts'
import { sayHits } from './say-hits.ts'
import { addressOf, typedIn } from './search-address.ts'
import type { SpokenTexts } from './spoken-texts.ts'

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
  const texts = JSON.parse(dialog.dataset['texts'] ?? '{}') as SpokenTexts
  const locale = document.documentElement.lang
  const [field, list] = [part<HTMLInputElement>('input'), part<HTMLOListElement>('ol')]
  const topics = part<HTMLSelectElement>('select')
  const report = reportSearch()
  const load = prepareSearch(locale)
  let timer = 0

  async function run(): Promise<void> {
    const query = typedIn(field.value).trim()
    const slow = window.setTimeout(() => announce(texts.searching), 400)
    try {
      const finding = query === '' ? undefined : await (await load()).find(query)
      if (query !== typedIn(field.value).trim()) return
      showRecent(query === '')
      if (!finding) {
        list.replaceChildren()
        topics.hidden = true
        reveal({ more: false, nothing: false, exact: false, lost: true })
        announce('')
        return
      }
      report.searched({ query, locale, results: finding.hits.length })
      const hits = narrowDown(finding.hits, { topics, chosen: topics.value, locale })
      const items = hits.slice(0, mostHits).map(itemOf)
      list.replaceChildren(...items.map(({ item }) => item))
      const [all, exact] = [part<HTMLAnchorElement>('[data-more] a'), part<HTMLAnchorElement>('[data-exact] a')]
      const asked = { query, topic: topics.value, exact: false }
      all.href = searchUrl(locale) + addressOf(asked)
      exact.href = searchUrl(locale) + addressOf({ ...asked, exact: true })
      exact.textContent = fill(texts.searchInstead, { query })
      reveal({
        more: hits.length > mostHits,
        nothing: hits.length === 0,
        exact: finding.corrected !== null,
        lost: hits.length === 0,
      })
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

  function itemOf(hit: Hit): { item: HTMLLIElement; hit: Hit } {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = articleUrl(locale, hit.id)
    const [title, category, text] = ['strong', 'small', 'p'].map((name) => document.createElement(name))
    title?.append(...hitTitle(hit, texts))
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
  onOpened(list, ({ pathname }, { type }) => {
    keepRecent(field.value)
    report.clicked(pathname)
    // A link to a section of this very page leaves the dialog where it is.
    if (type === 'click' && pathname === location.pathname) dialog.close()
  })
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })

  field.addEventListener('focus', () => void run())
  void run()
  // Loaded before the first letter, so that it is answered at once; what fails is told when somebody searches.
  load().catch(() => undefined)
}

for (const dialog of document.querySelectorAll<HTMLDialogElement>('.search-dialog')) setUp(dialog)
