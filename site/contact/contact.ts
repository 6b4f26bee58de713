import type { OpenedRequest, OpenRequest, SupportTimes } from '../../api/contract/requests.ts'
import { articleUrl } from '../../content/article-address.ts'
import { durationInWords } from '../../content/support-times.ts'
import { newId } from '../client/new-id.ts'
import type { Texts } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'
import { hitTitle } from '../search/hit-title.ts'
import type { ContactTexts } from './contact-texts.ts'
import { countDeparture } from './count-departure.ts'
import { suggestBySearch } from './suggest-articles.ts'

type Spoken = Pick<ContactTexts, 'sending' | 'tooMany' | 'failed' | 'receivedBy' | 'reference' | 'own'> &
  Pick<Texts, 'inEnglish'>
type Field = HTMLInputElement | HTMLTextAreaElement

/** A subject is looked up when nothing was typed to it for so long. */
const pause = 300

/** The contact form: suggests articles, sends in place, and says what is wrong at its field. */
class Contact extends HTMLElement {
  readonly #texts = JSON.parse(this.dataset.texts ?? '{}') as Spoken
  readonly #locale = document.documentElement.lang
  readonly #suggest = suggestBySearch(this.#locale)
  readonly #id = newId()
  #proof: { userId?: string; userHash?: string } = {}
  #isSending = false

  connectedCallback(): void {
    const form = this.#part<HTMLFormElement>('form')
    form.noValidate = true
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#send()
    })
    let timer = 0
    this.#part('[data-field=subject]').addEventListener('input', () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => void this.#suggestFor(this.#field('subject').value), pause)
    })
    for (const field of this.#fields) field.addEventListener('input', () => this.#mark(field, false))
    void this.#promise()
  }

  get #fields(): Field[] {
    return [...this.querySelectorAll<Field>('[data-field]')]
  }

  #field(name: string): Field {
    return this.#part<Field>(`[data-field=${name}]`)
  }

  /** The product may say who somebody is, with proof, behind a `#`: no server and no other page gets to see that. */
  async #promise(): Promise<void> {
    const said = new URLSearchParams(location.hash.slice(1))
    const [userId, userHash] = [said.get('user'), said.get('hash')]
    if (userId === null || userHash === null) return
    const response = await this.#post('/v1/requests/times', { userId, userHash })
    if (!response?.ok) return
    const { tier, times } = (await response.json()) as SupportTimes
    if (tier === null) return
    this.#proof = { userId, userHash }
    for (const { severity, firstResponse, resolution } of times) {
      const place = this.#part(`[data-own=${severity}]`)
      const [answer, solution] = [firstResponse, resolution].map((time) => durationInWords(time, this.#locale))
      place.textContent = fill(this.#texts.own, { answer: answer ?? '', solution: solution ?? '' })
      place.hidden = false
    }
  }

  async #suggestFor(subject: string): Promise<void> {
    const place = this.#part('[data-suggestions]')
    // Where the index does not come, the form is there all the same.
    const articles = subject.trim().length < 3 ? [] : await this.#suggest(subject).catch(() => [])
    if (subject !== this.#field('subject').value) return
    const items = articles.map((hit) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')]
      Object.assign(link, { href: articleUrl(this.#locale, hit.id), target: '_blank' })
      link.append(...hitTitle(hit, this.#texts))
      item.append(link)
      return item
    })
    place.querySelector('ul')?.replaceChildren(...items)
    place.hidden = items.length === 0
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    const wrong = this.#fields.filter((field) => !field.validity.valid || field.value.trim() === '')
    for (const field of this.#fields) this.#mark(field, wrong.includes(field))
    this.#part('[data-error=form]').hidden = true
    if (wrong.length > 0) {
      this.#refuse(wrong[0])
      return
    }
    const button = this.#part<HTMLButtonElement>('button')
    const label = button.textContent
    this.#isSending = true
    button.textContent = this.#texts.sending
    const fields = new FormData(this.#part<HTMLFormElement>('form'))
    const text = (name: string) => String(fields.get(name) ?? '')
    const body: OpenRequest = {
      id: this.#id,
      subject: text('subject'),
      message: text('message'),
      email: text('email').trim(),
      severity: text('severity') as NonNullable<OpenRequest['severity']>,
      locale: this.#locale,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      website: text('website'),
      ...this.#proof,
    }
    const response = await this.#post('/v1/requests', body)
    this.#isSending = false
    button.textContent = label
    if (response?.ok) this.#thank((await response.json()) as OpenedRequest)
    else await this.#fail(response)
  }

  async #post(path: string, body: object): Promise<Response | undefined> {
    const headers = { 'content-type': 'application/json' }
    return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined)
  }

  #thank({ reference, respondBy }: OpenedRequest): void {
    const time = new Intl.DateTimeFormat(this.#locale, { dateStyle: 'full', timeStyle: 'short' })
    this.#part('[data-received-by]').textContent = fill(this.#texts.receivedBy, {
      time: time.format(new Date(respondBy)),
    })
    this.#part('[data-reference]').textContent = fill(this.#texts.reference, { reference })
    this.#part('form').hidden = true
    const received = this.#part('[data-received]')
    received.hidden = false
    received.focus()
  }

  async #fail(response: Response | undefined): Promise<void> {
    const named: { errors?: { path: string }[] } =
      response?.status === 422 ? ((await response.json()) as { errors?: { path: string }[] }) : {}
    const wrong = this.#fields.filter(({ name }) => named.errors?.some(({ path }) => path === name))
    for (const field of wrong) this.#mark(field, true)
    if (wrong.length === 0) {
      const problem = this.#part('[data-error=form]')
      problem.textContent = this.#texts[response?.status === 429 ? 'tooMany' : 'failed']
      problem.hidden = false
    }
    this.#refuse(wrong[0])
  }

  /** Says that it is not sent, and goes to what is to be mended. */
  #refuse(field: Field | undefined): void {
    const summary = this.#part('[data-summary]')
    summary.hidden = false
    ;(field ?? summary).focus()
  }

  #mark(field: Field, isWrong: boolean): void {
    if (isWrong) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
    this.#part(`[data-error=${field.name}]`).hidden = !isWrong
  }

  #part<E extends HTMLElement>(selector: string): E {
    const part = this.querySelector<E>(selector)
    if (!part) throw new Error(`The contact form has no ${selector}.`)
    return part
  }
}

customElements.define('cairn-contact', Contact)
countDeparture()
