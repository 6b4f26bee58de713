import type { FeedbackRequest } from '../../api/contract/articles.ts'

type Answer = Pick<FeedbackRequest, 'helpful' | 'reason' | 'comment'>

/** The feedback block of an article: a vote, then, after a “No”, its reason under the same id. */
function askForFeedback(block: HTMLElement): void {
  const part = (name: string) => block.querySelector<HTMLElement>(`[data-${name}]`)
  const text = (name: string) =>
    block.querySelector<HTMLTemplateElement>(`[data-text=${name}]`)?.content.cloneNode(true) ?? ''
  const [vote, form, said, failure] = [part('vote'), block.querySelector('form'), part('said'), part('failure')]
  // Browsers offer `randomUUID` only to pages that are served with encryption.
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-')
  let isSending = false

  const send = async (answer: Answer, thanks: string): Promise<void> => {
    if (isSending) return
    isSending = true
    failure?.replaceChildren()
    said?.replaceChildren(text('sending'))
    const { article = '', locale } = block.closest<HTMLElement>('[data-article]')?.dataset ?? {}
    const body: FeedbackRequest = { id, article, locale, ...answer }
    const isSent = await fetch('/v1/feedback', { method: 'POST', body: JSON.stringify(body) }).then(
      (response) => response.ok,
      () => false,
    )
    isSending = false
    said?.replaceChildren(isSent ? text(thanks) : '')
    if (isSent) {
      if (vote) vote.hidden = true
      if (form) form.hidden = thanks !== 'thanksWhy'
      // What was pressed is gone, so the focus goes to what is said of it.
      said?.focus()
    } else {
      failure?.replaceChildren(text('failed'))
      const again = failure?.querySelector('button')
      again?.addEventListener('click', () => void send(answer, thanks))
      again?.focus()
    }
  }

  vote?.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return
    const helpful = target.value === 'yes'
    void send({ helpful }, helpful ? 'thanks' : 'thanksWhy')
  })
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const { reason, comment } = Object.fromEntries(new FormData(form)) as Omit<Answer, 'helpful'>
    void send({ helpful: false, reason, comment: comment?.trim() || undefined }, 'thanksReason')
  })
  block.hidden = false
}

document.querySelectorAll<HTMLElement>('.feedback').forEach(askForFeedback)
