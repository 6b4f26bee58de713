import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
import { adviceOn } from './advice.ts'
import { clock } from './clock.ts'
import type { Entry } from './diary.ts'
import type { PanelProps } from './panel.ts'

/** What was recorded since the page was loaded, the latest first, and what became of it. */
export const messages = (props: PanelProps): Child =>
  props.messages.length
    ? el('ul', { role: 'list', 'data-key': 'messages' }, [...props.messages].reverse().map(message))
    : el('p', { class: 'empty' }, 'Nothing was sent from this page.')

/** As it would be said of the whole request. */
const problemOf = (status: Entry['status'], note: string) =>
  status === 'refused' ? `rejected: ${note}` : `answered ${note}`

const badges = { waits: 'badge', sent: 'badge yes', refused: 'badge no' }

const message = ({ id, at, type, name, data, status, note, warning }: Entry) =>
  el(
    'li',
    { 'data-key': id },
    el(
      'p',
      { class: 'line' },
      el('span', { class: badges[status] }, status),
      el('strong', null, `${type} ${name}`.trim()),
      el('span', { class: 'muted' }, clock(at)),
    ),
    note && el('p', null, note),
    note && status !== 'sent' && el('p', { class: 'muted' }, adviceOn(problemOf(status, note))),
    warning && el('p', { class: 'warning' }, warning),
    Object.keys(data).length > 0 &&
      el(
        'details',
        { 'data-key': id },
        el('summary', null, Object.keys(data).join(', ')),
        el('pre', { tabindex: 0 }, JSON.stringify(data, null, 2)),
      ),
  )
