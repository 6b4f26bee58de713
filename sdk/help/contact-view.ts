import type { OpenedRequest, OpenRequest, SupportTimes } from '../../api/contract/requests.ts'
import { durationInWords } from '../../content/support-times.ts'
import type { Reply } from '../client/transport.ts'
import { dayIn } from '../i18n/day-in.ts'
import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
import { articleLink } from './article-link.ts'
import type { Desk, Draft, View } from './desk.ts'
import { instead } from '../ui/instead.ts'

/** A subject is looked up when nothing was typed to it for so long. */
const pause = 300
const mostSuggested = 3

type Field = HTMLInputElement | HTMLTextAreaElement

/** The form by which a person is reached. What is typed stays until it is sent. */
export const contactView = (desk: Desk): View => {
  const { scene, words, locale, search, memory, remember } = desk
  const none: Draft = { id: scene.makeId(), subject: '', message: '', email: '', severity: 'P3' }
  const draft = { ...none, ...memory().draft }
  const keep = (change: Partial<Draft>) => remember({ draft: Object.assign(draft, change) })
  let times: SupportTimes['times'] = []
  let isSending = false
  let timer: ReturnType<typeof setTimeout> | undefined

  /** A field with its label, hint and error. */
  const fieldFor = (
    name: 'subject' | 'message' | 'email',
    {
      label,
      error,
      hint,
      ...rest
    }: { label: string; error: string; hint?: string; [attribute: string]: string | number | undefined },
  ) => {
    const field = el(name === 'message' ? 'textarea' : 'input', {
      ...rest,
      ...{ id: name, required: true, value: draft[name] },
      'aria-describedby': `${name}-hint ${name}-error`,
      oninput: () => {
        keep({ [name]: field.value })
        mark(false)
        if (name === 'subject') lookUp()
      },
    }) as Field
    const wrong = el('p', { class: 'error', id: `${name}-error` })
    const mark = (isWrong: boolean) => {
      field.setAttribute('aria-invalid', `${isWrong}`)
      wrong.textContent = isWrong ? error : ''
    }
    const parts: Child[] = [
      el('label', { for: name }, label),
      field,
      el('p', { class: 'muted', id: `${name}-hint` }, hint),
      wrong,
    ]
    const isRight = () => field.validity.valid && field.value.trim() !== ''
    return { name, field, parts, mark, isRight }
  }

  const subject = fieldFor('subject', {
    label: words.subject,
    error: words.subjectError,
    maxlength: 200,
    autocomplete: 'off',
  })
  const message = fieldFor('message', {
    label: words.message,
    error: words.messageError,
    hint: words.messageHint,
    rows: 5,
    maxlength: 10_000,
  })
  const email = fieldFor('email', {
    label: words.email,
    error: words.emailError,
    hint: words.emailHint,
    type: 'email',
    maxlength: 200,
    autocomplete: 'email',
  })
  const fields = [subject, message, email]

  const found = el('ul', { class: 'links', role: 'list' })
  const maybe = el('div', { class: 'maybe', role: 'status', hidden: true }, el('p', null, words.suggestions), found)
  const lookUp = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void suggest(subject.field.value), pause)
  }
  const suggest = async (asked: string) => {
    // Where the index does not come, the form is there all the same.
    const finding =
      asked.trim().length < 3
        ? undefined
        : await search()
            .then(({ find }) => find(asked))
            .catch(() => undefined)
    if (asked !== subject.field.value) return
    const hits = finding?.hits.slice(0, mostSuggested) ?? []
    found.replaceChildren(...hits.map((hit) => el('li', null, articleLink(hit, desk))))
    maybe.hidden = hits.length === 0
  }

  const severity = el('select', {
    id: 'severity',
    'aria-describedby': 'severity-hint',
    onchange: () => {
      keep({ severity: severity.value })
      promise()
    },
  }) as HTMLSelectElement
  const hint = el('p', { class: 'muted', id: 'severity-hint' })
  const choice = el('div', { hidden: true }, el('label', { for: 'severity' }, words.severity), severity, hint)
  const promise = () => {
    const chosen = times.find((each) => each.severity === severity.value)
    if (!chosen) return
    const { example, firstResponse } = chosen
    hint.textContent = `${example === null ? '' : `${words.example(example)} `}${words.answered(durationInWords(firstResponse, locale))}`
  }
  const loadTimes = async () => {
    const { status, body } = await scene.send('/v1/requests/times', { ...proofOf(scene.identity.read()), locale })
    if (status !== 200) return
    const answer = body as SupportTimes
    times = answer.times
    severity.replaceChildren(...times.map((each) => el('option', { value: each.severity }, each.title)))
    severity.value = draft.severity
    choice.hidden = false
    promise()
    if (answer.email !== null && email.field.value === '') email.field.value = draft.email = answer.email
  }

  const problem = el('p', { class: 'error', role: 'alert' })
  const button = el('button', { class: 'button', onclick: instead(() => void send()) }, words.send)
  const send = async () => {
    if (isSending) return
    problem.textContent = ''
    const wrong = fields.filter(({ isRight }) => !isRight())
    for (const field of fields) field.mark(wrong.includes(field))
    if (wrong.length > 0) return wrong[0]?.field.focus()
    isSending = true
    button.textContent = words.sending
    const body: OpenRequest = {
      ...scene.identity.read(),
      ...draft,
      email: draft.email.trim(),
      severity: draft.severity as NonNullable<OpenRequest['severity']>,
      locale,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    }
    const reply = await scene.send('/v1/requests', body)
    isSending = false
    button.textContent = words.send
    if (reply.status === 200) thank(reply.body as OpenedRequest)
    else refuse(reply)
  }
  const refuse = ({ status, body }: Reply) => {
    const { errors = [] } = (body ?? {}) as { errors?: { path: string }[] }
    const wrong = fields.filter(({ name }) => status === 422 && errors.some(({ path }) => path === name))
    for (const field of wrong) field.mark(true)
    if (wrong[0]) wrong[0].field.focus()
    else problem.textContent = status === 429 ? words.tooMany : words.notSent
  }
  const thank = ({ reference, respondBy }: OpenedRequest) => {
    remember({ draft: undefined as never })
    const time = dayIn(scene.locale, respondBy, { dateStyle: 'full', timeStyle: 'short' })
    const said = el('h3', { tabindex: -1 }, words.received)
    element.replaceChildren(
      said,
      el('p', null, words.receivedBy(time)),
      el('p', null, words.reference(reference)),
      el('p', { class: 'way' }, el('button', { type: 'button', class: 'button', onclick: desk.back }, words.backHome)),
    )
    said.focus()
  }

  const form = el(
    'form',
    { novalidate: true },
    el('p', { class: 'muted' }, words.lead),
    subject.parts,
    maybe,
    choice,
    message.parts,
    email.parts,
    problem,
    el('p', { class: 'way' }, button),
  )
  const element = el('div', { class: 'contact' }, form)
  void loadTimes()
  return { title: words.contact, element, first: () => subject.field }
}

/** Only a proven user has times of their own; without proof the server would refuse, not guess. */
const proofOf = ({ userId, userHash }: { userId?: string | undefined; userHash?: string }) =>
  userId !== undefined && userHash !== undefined ? { userId, userHash } : {}
