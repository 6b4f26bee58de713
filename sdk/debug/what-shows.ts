import type { Kind } from '../kinds.ts'
import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
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
  if (!props.rows.length) return el('p', { class: 'empty' }, 'The server has not answered about this person yet.')
  return Object.entries(groups).flatMap(([kind, name]) => {
    const rows = props.rows.filter((row) => row.kind === kind)
    if (!rows.length) return []
    return [
      el('h3', { 'data-key': name }, name),
      el(
        'ul',
        { role: 'list', 'data-key': `${name} list` },
        rows.map((row) => definition(row, props)),
      ),
    ]
  })
}

const definition = ({ kind, id, title, isShown, why, again, server, isKnown }: Row, { look, locale }: PanelProps) =>
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
    server && el('p', { class: 'muted' }, `Server: ${server}`),
    title !== id && el('p', { class: 'muted' }, el('code', null, id)),
  )
