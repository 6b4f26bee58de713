import { onEscape } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import type { PanelProps } from './panel.ts'
import type { Looking } from './preview.ts'
import { moveButton } from './tools.ts'

/** The languages that the SDK speaks; definitions may have others. */
const languages = ['en', 'de', 'es', 'fr']

/** Says that what is on the page is a preview, of which step and in which language, and ends it. */
export const lookBar = (props: PanelProps, looking: Looking): HTMLElement => {
  const { look, endLook, locale } = props
  const { id, step, steps, log } = looking
  const choice = (label: string, options: readonly string[], [chosen, onChoose]: [number, (index: number) => void]) =>
    el(
      'label',
      null,
      el('span', { class: 'muted' }, label),
      el(
        'select',
        { onchange: (event: Event) => onChoose((event.target as HTMLSelectElement).selectedIndex) },
        options.map((option, index) => el('option', { selected: index === chosen }, option)),
      ),
    )
  const locales = [...new Set([locale, looking.locale, ...languages])]
  return el(
    'div',
    { class: 'frame', 'data-key': 'look', onkeydown: onEscape(endLook) },
    el(
      'div',
      { class: 'line' },
      el('p', { role: 'status' }, el('strong', { class: 'badge no' }, 'Preview'), ` ${id}: nothing is recorded.`),
      el('button', { type: 'button', class: 'button end', 'aria-label': 'End the preview', onclick: endLook }, 'End'),
      moveButton(props),
    ),
    el(
      'p',
      { class: 'line' },
      steps.length > 1 &&
        choice(
          'Begin at',
          steps.map((title, index) => `${index + 1}. ${title}`),
          [step, (index) => look({ ...looking, step: index })],
        ),
      choice('Language', locales, [
        locales.indexOf(looking.locale),
        (index) => look({ ...looking, locale: locales[index] ?? locale }),
      ]),
    ),
    log.length > 0 &&
      el(
        'details',
        { 'data-key': 'log' },
        el('summary', null, `Would have been recorded: ${log.length}`),
        el(
          'ol',
          null,
          log.map((text) => el('li', null, text)),
        ),
      ),
  )
}
