import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
import { adviceOn } from './advice.ts'
import { clock } from './clock.ts'
import type { PanelProps } from './panel.ts'

/** What went wrong, the latest first, and what to do about it. */
export const problems = (props: PanelProps): Child =>
  props.problems.length
    ? el(
        'ul',
        { role: 'list' },
        [...props.problems]
          .reverse()
          .map(({ at, text }) =>
            el(
              'li',
              null,
              el('p', { class: 'line' }, el('strong', null, text), el('span', { class: 'muted' }, clock(at))),
              el('p', null, adviceOn(text)),
            ),
          ),
      )
    : el(
        'p',
        { class: 'empty' },
        'Nothing went wrong since the panel was loaded. What was before is in the console of the browser.',
      )
