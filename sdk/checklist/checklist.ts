import { checklistWords } from '../i18n/checklist-words.ts'
import { closeButton } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import { isNarrow } from '../ui/is-narrow.ts'
import { stones } from '../ui/stones.ts'
import type { ChecklistProps } from './checklist-props.ts'
import { standOf } from './stand.ts'
import { step } from './step.ts'

/** The steps of a program, and how far one has come. */
export const checklist = (props: ChecklistProps): HTMLElement => {
  const { definition, translation, api, extras, aside, onMinimise, onDismiss, onOpen } = props
  const { title, description, steps } = definition
  const words = translation?.checklist ?? checklistWords
  const stand = standOf(props)
  const done = stand.completedSteps.map(({ id }) => id)
  const next = stand.nextStep ?? steps.find(({ id }) => !done.includes(id))?.id
  const left = steps.reduce((sum, { id, minutes }) => sum + (done.includes(id) ? 0 : (minutes ?? 0)), 0)
  // On a narrow window a list would cover the page, so it begins small.
  const isSmall = props.minimised ?? isNarrow()
  const isDone = stand.isCompleted
  // As the bar has it: what is optional takes nothing from it.
  const count = words.count(stand.done, stand.counted)

  return el(
    'section',
    { class: `card checklist${isSmall ? ' small' : ''}`, 'aria-label': title, hidden: aside },
    el(
      'header',
      null,
      el(
        'button',
        {
          type: 'button',
          class: 'fold',
          'aria-expanded': `${!isSmall}`,
          'aria-controls': 'steps',
          onclick: () => onMinimise(!isSmall),
        },
        stones(stand.done, stand.counted),
        el(
          'span',
          null,
          el('strong', null, title),
          ' ',
          el('span', { class: 'muted' }, count, left > 0 && !isSmall && ` · ${words.minutesLeft(left)}`),
        ),
        icon(isSmall ? 'm4 10 4-4 4 4' : 'm4 6 4 4 4-4'),
      ),
      !isSmall && closeButton(words.dismiss, onDismiss),
    ),
    el(
      'div',
      {
        class: 'bar',
        role: 'progressbar',
        'aria-label': title,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': stand.progress,
      },
      el('span', { style: `inline-size:${stand.progress}%` }),
    ),
    el(
      'div',
      { id: 'steps', hidden: isSmall },
      (isDone || description) && el('p', { class: isDone ? 'done' : 'intro' }, isDone ? words.allDone : description),
      el(
        'ol',
        { role: 'list' },
        steps.map((each, index) =>
          step(each, {
            number: index + 1,
            stage: done.includes(each.id) ? 'completed' : each.id === next ? 'next' : 'open',
            words,
            api,
            // Small again, so that it does not cover what the step leads to.
            onFollow: () => {
              if (isNarrow()) onMinimise(true)
            },
            onOpen,
            ...extras?.ofStep(each, done, props),
          }),
        ),
      ),
      extras?.ofMilestones(props),
    ),
    // Said when it changes, so it says nothing of what was done before.
    el('p', { class: 'said', 'aria-live': 'polite' }, count),
  )
}
