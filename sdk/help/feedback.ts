import type { FeedbackRequest } from '../../api/contract/articles.ts'
import { el } from '../ui/element.ts'
import type { Desk } from './desk.ts'
import { instead } from '../ui/instead.ts'

type Answer = Pick<FeedbackRequest, 'helpful' | 'reason' | 'comment'>

/** Asks whether an article helped and, after a “No”, why not, under the same id. */
export const feedback = (
  { scene, words }: Desk,
  { article, locale, onContact }: { article: string; locale: string; onContact: () => void },
): HTMLElement => {
  const id = scene.makeId()
  let isSending = false

  const send = async (answer: Answer, next: HTMLElement[], thanks: string) => {
    if (isSending) return
    isSending = true
    said.textContent = words.sending
    const { status } = await scene.send('/v1/feedback', { id, article, locale, ...answer }, true)
    isSending = false
    const isSent = status >= 200 && status < 300
    said.textContent = isSent ? thanks : words.notSent
    if (!isSent) return
    asked.replaceChildren(...next)
    // What was pressed is gone.
    said.focus()
  }

  const vote = (helpful: boolean) =>
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        onclick: () =>
          void send({ helpful }, helpful ? [] : [why(), contact()], helpful ? words.thanks : words.thanksWhy),
      },
      helpful ? words.yes : words.no,
    )
  const why = () => {
    const form = el(
      'form',
      null,
      el(
        'fieldset',
        null,
        el('legend', null, words.why),
        Object.entries(words.reasons).map(([value, text]) =>
          el('label', { class: 'reason' }, el('input', { type: 'radio', name: 'reason', required: true, value }), text),
        ),
      ),
      el('label', { for: 'comment' }, words.comment),
      el('textarea', { id: 'comment', name: 'comment', rows: 3, maxlength: 2000, 'aria-describedby': 'comment-hint' }),
      el('p', { class: 'muted', id: 'comment-hint' }, words.commentHint),
      el('p', { class: 'way' }, el('button', { class: 'button', onclick: instead(() => tell()) }, words.send)),
    ) as HTMLFormElement
    const tell = () => {
      if (!form.reportValidity()) return
      const { reason, comment } = Object.fromEntries(new FormData(form)) as Omit<Answer, 'helpful'>
      const answer = { helpful: false, reason, comment: comment?.trim() || undefined }
      void send(answer, [contact()], words.thanksReason)
    }
    return form
  }
  const contact = () =>
    el('p', null, el('button', { type: 'button', class: 'linked', onclick: onContact }, words.contact))

  const said = el('p', { role: 'status', tabindex: -1, class: 'outcome' })
  const asked = el('div', { class: 'asked' }, el('h3', { id: 'helpful' }, words.question), vote(true), vote(false))
  return el(
    'div',
    { class: 'feedback', role: 'group', 'aria-labelledby': 'helpful', 'aria-label': words.question },
    said,
    asked,
  )
}
