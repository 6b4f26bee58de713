import type { FeedbackRequest } from '../../api/contract/articles.ts'
import { newId } from './new-id.ts'

/** The feedback block of an article: a vote, then, after a “No”, its reason under the same id. */
class Feedback extends HTMLElement {
  readonly #id = newId()
  #sending = false

  connectedCallback(): void {
    const buttons = this.querySelectorAll<HTMLButtonElement>('[data-step=vote] button')
    for (const button of buttons) {
      button.addEventListener('click', () => void this.#vote(button.value === 'yes'))
    }
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#explain()
    })
    this.hidden = false
  }

  get #form(): HTMLFormElement {
    return this.#part<HTMLFormElement>('[data-step=why]')
  }

  async #vote(helpful: boolean): Promise<void> {
    if (!(await this.#send({ helpful }, () => this.#vote(helpful)))) return
    this.#part('[data-step=vote]').hidden = true
    this.#form.hidden = helpful
    this.#say(helpful ? 'thanks' : 'thanksWhy')
  }

  async #explain(): Promise<void> {
    const fields = new FormData(this.#form)
    const reason = String(fields.get('reason')) as NonNullable<FeedbackRequest['reason']>
    const comment = String(fields.get('comment') ?? '').trim()
    if (!(await this.#send({ helpful: false, reason, ...(comment && { comment }) }, () => this.#explain()))) return
    this.#form.hidden = true
    this.#say('thanksReason')
  }

  async #send(answer: Pick<FeedbackRequest, 'helpful' | 'reason' | 'comment'>, again: () => Promise<void>) {
    if (this.#sending) return false
    this.#sending = true
    this.#part('[data-failure]').replaceChildren()
    this.#part('[data-said]').replaceChildren(this.#text('sending'))
    const body: FeedbackRequest = {
      id: this.#id,
      article: this.dataset.article ?? '',
      locale: this.dataset.locale,
      ...answer,
    }
    const sent = await fetch('/v1/feedback', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(
      (response) => response.ok,
      () => false,
    )
    this.#sending = false
    if (!sent) this.#fail(again)
    return sent
  }

  /** Says what happened and takes the focus there, because what was pressed is gone. */
  #say(text: string): void {
    const said = this.#part('[data-said]')
    said.replaceChildren(this.#text(text))
    said.focus()
  }

  #fail(again: () => Promise<void>): void {
    const failure = this.#part('[data-failure]')
    this.#part('[data-said]').replaceChildren()
    failure.replaceChildren(this.#text('failed'))
    const button = failure.querySelector('button')
    button?.addEventListener('click', () => void again())
    button?.focus()
  }

  #text(name: string): Node {
    return this.#part<HTMLTemplateElement>(`template[data-text=${name}]`).content.cloneNode(true)
  }

  #part<E extends HTMLElement>(selector: string): E {
    const part = this.querySelector<E>(selector)
    if (!part) throw new Error(`The feedback block has no ${selector}.`)
    return part
  }
}

customElements.define('cairn-feedback', Feedback)
