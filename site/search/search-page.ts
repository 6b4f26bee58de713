import { fill, fillPlural } from '../i18n/fill.ts'
import type { Texts } from '../i18n/en.ts'
import type { Engine, Hit } from './engine.ts'
import { find, type Finding } from './find.ts'
import { loadPagefind } from './pagefind.ts'

const pageSize = 10

/** The search page: keeps field, address and results in step while the reader types. */
class Search extends HTMLElement {
  readonly #texts = JSON.parse(this.dataset.texts ?? '{}') as Texts
  readonly #locale = document.documentElement.lang
  #engine: Promise<Engine> | undefined
  #query = ''
  #finding: Finding = { matches: [], relaxed: false }

  connectedCallback(): void {
    const form = this.#part<HTMLFormElement>('form')
    let timer = 0
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      clearTimeout(timer)
      this.#go(this.#field.value, 'push')
    })
    this.#field.addEventListener('input', () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => this.#go(this.#field.value, 'replace'), 250)
    })
    window.addEventListener('popstate', () => this.#open())
    this.#part('[data-more]').addEventListener('click', () => void this.#showMore())
    this.#part('[data-again]').addEventListener('click', () => void this.#run())
    this.#open()
  }

  get #field(): HTMLInputElement {
    return this.#part<HTMLInputElement>('[data-search-field]')
  }

  /** Takes over what the address asks for. */
  #open(): void {
    this.#query = (new URLSearchParams(location.search).get('q') ?? '').trim()
    this.#field.value = this.#query
    if (this.#query === '') this.#field.focus()
    void this.#run()
  }

  #go(value: string, how: 'push' | 'replace'): void {
    const query = value.trim()
    if (query === this.#query && how === 'replace') return
    if (query !== this.#query) {
      const address = query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`
      history[`${how}State`](null, '', address)
    }
    this.#query = query
    void this.#run()
  }

  async #run(): Promise<void> {
    const query = this.#query
    const slow = window.setTimeout(() => this.#announce(this.#texts.searching), 400)
    try {
      const finding = query === '' ? { matches: [], relaxed: false } : await find(await this.#load(), query)
      if (query !== this.#query) return
      const hits = await this.#hitsOf(finding, 0)
      if (query !== this.#query) return
      this.#finding = finding
      this.#show(hits)
    } catch {
      if (query === this.#query) this.#showFailure()
    } finally {
      clearTimeout(slow)
    }
  }

  #load(): Promise<Engine> {
    this.#engine ??= loadPagefind().catch((error: unknown) => {
      this.#engine = undefined
      throw error
    })
    return this.#engine
  }

  #hitsOf(finding: Finding, from: number): Promise<Hit[]> {
    return Promise.all(finding.matches.slice(from, from + pageSize).map((match) => match.load()))
  }

  #show(hits: Hit[]): void {
    const { matches, relaxed } = this.#finding
    const [query, count] = [this.#query, matches.length]
    const nothing = query !== '' && count === 0
    document.title = query === '' ? this.#texts.searchTitle : `${query} · ${this.#texts.searchTitle}`
    this.#list.replaceChildren(...hits.map((hit) => this.#item(hit)))
    this.#list.hidden = count === 0
    this.#reveal({ again: false, nothing, topics: count === 0, more: hits.length < count })
    if (query === '') this.#announce(this.#texts.searchEmpty)
    else if (nothing) this.#announce(fill(this.#texts.noResult, { query }))
    else {
      const forms = relaxed ? this.#texts.relaxedCount : this.#texts.resultCount
      this.#announce(fillPlural(forms, { locale: this.#locale, count, query }))
    }
  }

  async #showMore(): Promise<void> {
    const shown = this.#list.children.length
    const hits = await this.#hitsOf(this.#finding, shown).catch(() => undefined)
    if (!hits) {
      this.#showFailure()
      return
    }
    this.#list.append(...hits.map((hit) => this.#item(hit)))
    this.#reveal({ more: this.#list.children.length < this.#finding.matches.length })
    this.#list.children[shown]?.querySelector('a')?.focus()
  }

  #showFailure(): void {
    this.#list.hidden = true
    this.#announce(this.#texts.searchFailed)
    this.#reveal({ again: true, nothing: false, topics: true, more: false })
  }

  #reveal(parts: Partial<Record<'again' | 'nothing' | 'topics' | 'more', boolean>>): void {
    for (const [name, visible] of Object.entries(parts)) {
      this.#part(`[data-${name}]`).hidden = !visible
    }
  }

  #announce(text: string): void {
    this.dataset.ready = ''
    this.#part('[data-count]').textContent = text
  }

  get #list(): HTMLOListElement {
    return this.#part<HTMLOListElement>('[data-hits]')
  }

  #item(hit: Hit): Node {
    const item = this.#part<HTMLTemplateElement>('template').content.cloneNode(true) as DocumentFragment
    const link = item.querySelector('a')
    link?.setAttribute('href', hit.url)
    link?.append(hit.title)
    item.querySelector('[data-category]')?.append(hit.category ?? '')
    item.querySelector('[data-excerpt]')?.append(
      ...hit.excerpt.map(({ text, marked }) => {
        if (!marked) return text
        const mark = document.createElement('mark')
        mark.textContent = text
        return mark
      }),
    )
    return item
  }

  #part<E extends HTMLElement>(selector: string): E {
    const part = this.querySelector<E>(selector)
    if (!part) throw new Error(`The search page has no ${selector}.`)
    return part
  }
}

customElements.define('cairn-search', Search)
