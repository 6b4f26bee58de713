import type { Kind } from '../kinds.ts'
import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
import { adviceOn } from './advice.ts'
import { clock } from './clock.ts'
import type { PanelProps } from './panel.ts'
import type { Row } from './rows.ts'

const groups: Record<Kind, string> = {
  checklist: 'Checklists',
  milestone: 'Milestones',
  survey: 'Surveys',
  tour: 'Tours',
  hotspot: 'Beacons',
  announcement: 'Announcements',
  banner: 'Banners',
  help: 'Help',
}

/** Everything there is, by kind: whether it is shown, and why. */
export const whatShows = (props: PanelProps): Child => {
  if (!props.rows.length) return refused(props) || empty(unasked(props))
  const { find = '' } = props.stand
  const found = props.rows.filter(({ title, id }) => `${title} ${id}`.toLowerCase().includes(find.trim().toLowerCase()))
  return [
    refused(props),
    el('input', {
      ...{ type: 'search', class: 'find', value: find, placeholder: findLabel, 'aria-label': findLabel },
      oninput: ({ target }: Event) => props.change({ find: (target as HTMLInputElement).value }),
    }),
    found.length === 0 && empty('Nothing has this in its title or id.'),
    Object.entries(groups).map(([kind, name]) => {
      const rows = found.filter((row) => row.kind === kind)
      return (
        rows.length > 0 && [
          el('h3', { 'data-key': name }, name),
          el(
            'ul',
            { role: 'list', 'data-key': `${name} list` },
            rows.map((row) => definition(row, props)),
          ),
        ]
      )
    }),
  ]
}

/** What the server answered instead, and what helps. */
const refused = ({ refusal, rows }: PanelProps): Child =>
  refusal &&
  el(
    'div',
    { class: 'refusal', 'data-key': 'refusal' },
    el('p', null, el('strong', null, refusal)),
    el('p', null, adviceOn(refusal)),
    el(
      'p',
      { class: 'muted' },
      rows.length > 0 ? 'What is below was said before.' : 'Nothing shows until that is mended.',
    ),
  )

/** Why the server has said nothing. */
const unasked = ({ person }: PanelProps) =>
  person['Is recorded'] === 'no'
    ? 'This person may not be recorded, so nothing is asked of the server: see “Person”.'
    : 'The server has not answered about this person yet.'

const findLabel = 'Find by title or id'

const empty = (text: string) => el('p', { class: 'empty' }, text)

const definition = (
  { kind, id, title, isShown, why, steps, missing, again, server, isKnown }: Row,
  { look, locale }: PanelProps,
) =>
  el(
    'li',
    { 'data-key': id },
    el(
      'p',
      { class: 'line' },
      el('span', { class: isShown ? 'badge yes' : 'badge' }, isShown ? 'Shown' : 'Not shown'),
      el('strong', null, title),
      isKnown &&
        el(
          'button',
          {
            type: 'button',
            class: 'plain',
            'data-look': `${kind} ${id}`,
            'aria-label': `Preview ${title}`,
            onclick: () => look({ kind, id, step: 0, locale }),
          },
          'Preview',
        ),
    ),
    el('p', null, why, again !== undefined && ` Again at ${clock(again)}.`),
    missing.map((text) => el('p', { class: 'warning' }, text)),
    server && el('p', { class: 'muted' }, server),
    steps.length > 0 &&
      el(
        'details',
        { 'data-key': id },
        el('summary', null, steps.length === 1 ? '1 step' : `${steps.length} steps`),
        el(
          'ol',
          null,
          steps.map((step) => el('li', null, step)),
        ),
      ),
    title !== id && el('p', { class: 'muted' }, el('code', null, id)),
  )
