import type { ProgramView } from '../../api/contract/definitions.ts'
import type { ChecklistWords } from '../i18n/checklist-words.ts'
import { el } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import type { ExtraOfStep } from './checklist-props.ts'

/** One step: what to do, whether it is done, and, if it is next, what helps with it. */
export const step = (
  { title, description, url, tour, minutes, required, resources }: ProgramView['steps'][number],
  {
    number,
    stage,
    after,
    button,
    words,
    api,
    onFollow,
    onOpen,
  }: {
    number: number
    stage: 'completed' | 'next' | 'open'
    words: ChecklistWords
    api: string
    onFollow: () => void
    onOpen: (id: string) => void
  } & Partial<ExtraOfStep>,
): HTMLElement => {
  const isNext = stage === 'next'
  const notes = [required ? [] : words.optional, isNext && minutes ? words.minutes(minutes) : [], after ?? []].flat()
  return el(
    'li',
    { class: stage, 'aria-current': isNext && 'step' },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, stage === 'completed' ? icon('m3.5 8.5 3 3 6-7') : number),
    el(
      'div',
      null,
      el(
        'p',
        { class: 'title' },
        stage === 'open' && url && !after ? el('a', { href: url, onclick: onFollow }, title) : el('span', null, title),
        el('span', { class: 'said' }, ` (${words[stage]})`),
      ),
      notes.length > 0 && el('p', { class: 'muted' }, notes.join(' · ')),
      isNext && description && el('p', { class: 'text' }, description),
      isNext &&
        (url || tour || resources.length > 0) &&
        el(
          'p',
          { class: 'ways' },
          url &&
            el(
              'a',
              { class: 'button', href: url, onclick: onFollow },
              words.start,
              el('span', { class: 'said' }, `: ${title}`),
            ),
          tour && el('button', { type: 'button', class: 'shows', onclick: () => onOpen(tour) }, words.show),
          // The help panel, where there is one, takes articles in.
          resources.map(({ url: to, title: words }) =>
            el('a', { href: (to[0] === '/' ? api : '') + to, target: '_blank', rel: 'noopener' }, words),
          ),
        ),
      button,
    ),
  )
}
