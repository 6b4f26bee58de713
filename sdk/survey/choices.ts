import type { Answer } from '../../surveys/flow.ts'
import { el } from '../ui/element.ts'
import type { Child } from '../ui/element.ts'
import { icon } from '../ui/icon.ts'
import css from './choices.css'
import { option } from './option.ts'
import type { Choices } from './question.ts'

const star = 'm8 1.8 1.9 4 4.4.5-3.3 3 .9 4.4L8 11.5l-3.9 2.2.9-4.4-3.3-3 4.4-.5Z'
/** From the corners of the mouth down to up. */
const mouths = ['M5 11.4q3-3 6 0', 'M5 11q3-1.5 6 0', 'M5 10.6h6', 'M5 10q3 1.5 6 0', 'M5 9.6q3 3.4 6 0']
const face = (mouth: string) => `M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M5.6 6.2v.4M10.4 6.2v.4${mouth}`

/** Styles of what is shown here. */
export { css }

/** Lists of choices, of which one or any can be made, and scores that are drawn. */
export const choices: Choices = (asked, { answer, words, onAnswer }) => {
  const { id, type, display, choices } = asked
  const one = (value: Answer, isLit: boolean, ...seen: Child[]) =>
    option({ name: id, checked: value === answer, class: isLit && 'lit', onchange: () => onAnswer(value) }, ...seen)
  switch (type) {
    case 'choice':
      return choices.map(({ value, text }) => one(value, false, text))
    case 'yes-no':
      return [one(true, false, words.yes), one(false, false, words.no)]
    case 'multiple-choice': {
      const made = Array.isArray(answer) ? (answer as readonly string[]) : []
      // In the order in which they stand there, whichever was made first.
      const toggle = (value: string) => choices.filter((each) => made.includes(each.value) !== (each.value === value))
      return choices.map(({ value, text }) =>
        option(
          {
            type: 'checkbox',
            checked: made.includes(value),
            onchange: () => onAnswer(toggle(value).map((each) => each.value)),
          },
          text,
        ),
      )
    }
    case 'csat':
      if (display === 'numbers') return undefined
      return mouths.map((mouth, index) => {
        const score = index + 1
        // A star stands for itself and those before it.
        const isLit = display === 'stars' ? score <= Number(answer) : score === answer
        return one(score, isLit, icon(display === 'stars' ? star : face(mouth)), el('span', { class: 'said' }, score))
      })
    default:
      return undefined
  }
}
