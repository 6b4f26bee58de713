import { closeButton } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
import { lookBar } from './look-bar.ts'
import { messages } from './messages.ts'
import type { Stand } from './open-panel.ts'
import type { Looking } from './preview.ts'
import { problems } from './problems.ts'
import type { Known } from './report.ts'
import type { Look } from './staged.ts'
import { moveButton, tool } from './tools.ts'
import { whatShows } from './what-shows.ts'

/** A part of the panel. */
export type Section = 'What shows' | 'Messages' | 'Problems' | 'Person'

/** All that the panel shows. */
export interface PanelProps extends Known {
  stand: Stand
  /** What is looked at instead. */
  looking: Looking | null
  locale: string
  isCopied: boolean
  /** To be copied by hand, where the browser does not let us. */
  text: string
  change(next: Partial<Stand>): void
  refresh(): void
  copy(): void
  close(): void
  look(look: Look): void
  endLook(): void
}

/** The debug panel. It speaks English only: it is for those who write definitions and embed Cairn. */
export const panel = (props: PanelProps): HTMLElement => {
  const { stand, looking, change, refresh, copy, close, isCopied, text } = props
  const { section = 'What shows', isSmall = false, isRight = false } = stand
  const counts: Record<Section, number> = {
    'What shows': props.rows.filter(({ isShown }) => isShown).length,
    Messages: props.messages.length,
    Problems: props.problems.length,
    Person: 0,
  }
  return el(
    'section',
    {
      class: ['debug', isRight ? 'right' : 'left', looking ? `looks ${looking.kind}` : isSmall ? 'small' : ''].join(
        ' ',
      ),
      'aria-label': 'Cairn debug panel',
      lang: 'en',
      dir: 'ltr',
    },
    looking
      ? lookBar(props, looking)
      : el(
          'div',
          { class: 'frame', 'data-key': 'frame' },
          el(
            'header',
            null,
            el('h2', null, 'Cairn', el('span', { class: 'muted' }, ' debug')),
            moveButton(props),
            tool(isSmall ? 'Enlarge' : 'Minimise', isSmall ? 'm4 10 4-4 4 4' : 'm4 6 4 4 4-4', {
              'aria-expanded': `${!isSmall}`,
              onclick: () => change({ isSmall: !isSmall }),
            }),
            closeButton('Close the debug panel', close),
          ),
          !isSmall && [
            el(
              'nav',
              { 'aria-label': 'Sections' },
              Object.entries(counts).map(([name, count]) =>
                el(
                  'button',
                  {
                    type: 'button',
                    'aria-current': name === section && 'true',
                    onclick: () => change({ section: name as Section }),
                  },
                  name,
                  count > 0 && el('span', { class: 'count' }, count),
                ),
              ),
            ),
            el(
              'div',
              { class: 'body', 'data-key': section, tabindex: 0, role: 'group', 'aria-label': section },
              bodyOf(props, section),
            ),
            el(
              'footer',
              null,
              el('button', { type: 'button', class: 'plain', onclick: refresh }, 'Ask the server again'),
              el('button', { type: 'button', class: 'plain', onclick: copy }, 'Copy all as JSON'),
              el('span', { class: 'muted', role: 'status' }, isCopied && 'Copied.'),
            ),
            text && el('textarea', { readonly: true, rows: 4, 'aria-label': 'All as JSON, to be copied', value: text }),
          ],
        ),
  )
}

const bodyOf = (props: PanelProps, section: Section): Child => {
  switch (section) {
    case 'What shows':
      return whatShows(props)
    case 'Messages':
      return messages(props)
    case 'Problems':
      return problems(props)
    case 'Person':
      return el(
        'dl',
        null,
        Object.entries(props.person).map(([name, value]) =>
          el('div', null, el('dt', null, name), el('dd', null, value)),
        ),
      )
  }
}
