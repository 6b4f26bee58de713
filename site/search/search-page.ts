import { articleUrl } from '../../content/article-address.ts'
import type { Excerpt } from '../../search/query/excerpt.ts'
import type { Finding, Hit } from '../../search/query/open-search.ts'
import { prepareSearch } from '../../search/query/prepare-search.ts'
import { reportSearch } from '../client/report-search.ts'
import type { Texts } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'
import { hitTitle } from './hit-title.ts'
import { markedText } from './marked-text.ts'
import { narrowDown } from './narrow-down.ts'
import { onOpened } from './on-opened.ts'
import { showMostRead } from './most-read.ts'
import { sayHits } from './say-hits.ts'
import { addressOf, readAddress, typedIn } from './search-address.ts'
import type { SpokenTexts } from './spoken-texts.ts'

const pageSize = 10
/** While somebody types, the address and the texts under the hits wait for a pause; the hits do not. */
const pause = 150

const nothing: Finding = { hits: [], corrected: null, marks: () => 0 }

/** The search page: keeps field, address and results in step while the reader types. */
class SearchPage extends HTMLElement {
  readonly #texts = JSON.parse(this.dataset.texts ?? '{}') as SpokenTexts &
    Pick<Texts, 'mostRead' | 'searchEmpty' | 'searchTitle'>
  readonly #locale = document.documentElement.lang
  readonly #report = reportSearch()
  readonly #load = prepareSearch(this.#locale)
  #asked = readAddress('')
  #finding = nothing
  /** Those of what was found that are in the chosen topic. */
  #hits: Hit[] = []
  #timer = 0
  readonly #inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      this.#inView.unobserve(target)
      void this.#showExcerpt(target)
    }
  })

  connectedCallback(): void {
    this.#part<HTMLFormElement>('form').addEventListener('submit', (event) => {
      event.preventDefault()
      this.#keep('push')
      void this.#run()
    })
    this.#field.addEventListener('input', () => this.#type())
    this.#topics.addEventListener('change', () => {
      this.#asked.topic = this.#topics.value
      this.#keep('push')
      this.#show()
      this.#showExcerpts()
    })
    window.addEventListener('popstate', () => this.#open())
    this.#part('[data-more]').addEventListener('click', () => this.#showMore())
    this.#part('[data-again]').addEventListener('click', () => void this.#run())
    onOpened(this.#list, ({ pathname }) => this.#report.clicked(pathname))
    this.#open()
    // Loaded before the first letter, so that it is answered at once; what fails is told when somebody searches, and
    // without what is most read there is what a writer put first.
    this.#load()
      .then((search) => showMostRead(this, { search, locale: this.#locale, texts: this.#texts }))
      .catch(() => undefined)
  }

  get #field(): HTMLInputElement {
    return this.#part<HTMLInputElement>('[data-search-field]')
  }

  get #topics(): HTMLSelectElement {
    return this.#part<HTMLSelectElement>('[data-topic]')
  }

  /** Takes over what the address asks for. */
  #open(): void {
    this.#asked = readAddress(location.search)
    this.#field.value = this.#asked.query
    if (this.#asked.query === '') this.#field.focus()
    this.#keepInLanguages()
    void this.#run()
  }

  #type(): void {
    const query = typedIn(this.#field.value)
    if (query === this.#asked.query) return
    this.#asked = { ...this.#asked, query, exact: false }
    void this.#run({ typing: true })
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      this.#keep('replace')
      this.#showExcerpts()
    }, pause)
  }

  /** Lets the address say what is searched for. */
  #keep(how: 'push' | 'replace'): void {
    clearTimeout(this.#timer)
    const address = addressOf(this.#asked)
    if (address !== addressOf(readAddress(location.search))) {
      history[`${how}State`](null, '', address || location.pathname)
    }
    this.#keepInLanguages()
  }

  /** Whoever changes the language goes on with the same search. */
  #keepInLanguages(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('#cairn-languages a')) link.search = location.search
  }

  async #run({ typing = false } = {}): Promise<void> {
    const { query, exact } = this.#asked
    const slow = window.setTimeout(() => this.#announce(this.#texts.searching), 400)
    try {
      const finding = query.trim() === '' ? nothing : await (await this.#load()).find(query, { exact })
      if (query !== this.#asked.query || exact !== this.#asked.exact) return
      this.#finding = finding
      this.#show()
      if (!typing) this.#showExcerpts()
    } catch {
      if (query === this.#asked.query) this.#showFailure()
    } finally {
      clearTimeout(slow)
    }
  }

  #show(): void {
    const { hits: found, corrected } = this.#finding
    const query = this.#asked.query.trim()
    this.#hits = narrowDown(found, { topics: this.#topics, chosen: this.#asked.topic, locale: this.#locale })
    this.#asked.topic = this.#topics.value
    const count = this.#hits.length
    const shown = this.#hits.slice(0, pageSize)
    this.#report.searched({ query, locale: this.#locale, results: found.length })
    document.title = query === '' ? this.#texts.searchTitle : `${query} · ${this.#texts.searchTitle}`
    this.#inView.disconnect()
    this.#list.replaceChildren(...shown.map((hit) => this.#item(hit)))
    this.#list.hidden = count === 0
    this.#showCorrection(count > 0 ? corrected : null)
    this.#reveal({
      again: false,
      nothing: query !== '' && count === 0,
      start: count === 0,
      more: count > shown.length,
    })
    if (query === '') this.#announce(this.#texts.searchEmpty)
    else {
      const said = { query: count > 0 ? (corrected ?? query) : query, locale: this.#locale, texts: this.#texts }
      this.#announce(sayHits(this.#hits, said))
    }
  }

  /** Says what was searched for instead, with a way back. */
  #showCorrection(corrected: string | null): void {
    const query = this.#asked.query.trim()
    const link = this.#part<HTMLAnchorElement>('[data-exact]')
    this.#part('[data-corrected] > span').textContent = fill(this.#texts.correctedTo, { query: corrected ?? '' })
    link.textContent = fill(this.#texts.searchInstead, { query })
    link.href = addressOf({ ...this.#asked, exact: true })
    this.#reveal({ corrected: corrected !== null })
  }

  /** Lets the hits say what their articles do, each when it comes into view. */
  #showExcerpts(): void {
    for (const item of this.#list.children) this.#inView.observe(item)
  }

  async #showExcerpt(item: Element): Promise<void> {
    const { marks } = this.#finding
    const hit = this.#hits[Array.from(this.#list.children).indexOf(item)]
    // Without its text a hit is still a hit: title and category are there.
    const excerpt =
      hit &&
      (await this.#load()
        .then((search) => search.excerpt(hit, marks))
        .catch(() => undefined))
    if (excerpt) fillExcerpt(item, excerpt)
  }

  #showMore(): void {
    const from = this.#list.children.length
    const hits = this.#hits
    this.#list.append(...hits.slice(from, from + pageSize).map((hit) => this.#item(hit)))
    this.#reveal({ more: this.#list.children.length < hits.length })
    this.#list.children[from]?.querySelector('a')?.focus()
    this.#showExcerpts()
  }

  #showFailure(): void {
    this.#list.hidden = true
    this.#topics.hidden = true
    this.#announce(this.#texts.searchFailed)
    this.#reveal({ again: true, corrected: false, nothing: false, start: true, more: false })
  }

  #reveal(parts: Partial<Record<'again' | 'corrected' | 'nothing' | 'start' | 'more', boolean>>): void {
    this.dataset.ready = ''
    for (const [name, visible] of Object.entries(parts)) this.#part(`[data-${name}]`).hidden = !visible
  }

  #announce(text: string): void {
    this.#part('[data-count]').textContent = text
  }

  get #list(): HTMLOListElement {
    return this.#part<HTMLOListElement>('[data-hits]')
  }

  #item(hit: Hit): Node {
    const item = this.#part<HTMLTemplateElement>('template').content.cloneNode(true) as DocumentFragment
    const link = item.querySelector('a')
    link?.setAttribute('href', articleUrl(this.#locale, hit.id))
    link?.append(...hitTitle(hit, this.#texts))
    item.querySelector('[data-category]')?.append(hit.category)
    return item
  }

  #part<E extends HTMLElement>(selector: string): E {
    const part = this.querySelector<E>(selector)
    if (!part) throw new Error(`The search page has no ${selector}.`)
    return part
  }
}

function fillExcerpt(item: Element, { heading, parts }: Excerpt): void {
  item.querySelector('[data-section]')?.replaceChildren(heading)
  item.querySelector('[data-excerpt]')?.replaceChildren(...markedText(parts))
}

customElements.define('cairn-search', SearchPage)
