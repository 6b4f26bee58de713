import type { SurveyView } from '../../api/contract/definitions.ts'
import type { Answer } from '../../surveys/flow.ts'
import { longestText } from '../../surveys/flow.ts'
import type { SurveyWords } from '../i18n/survey-words.ts'
import { el } from '../ui/element.ts'

/** A question as served. */
export type QuestionView = SurveyView['questions'][number]

/** One question with the control that its type needs: native radios or a text field. */
export const question = (
  asked: QuestionView,
  { answer, words, onAnswer }: { answer: Answer; words: SurveyWords; onAnswer: (value: Answer) => void },
): HTMLElement => {
  const { id, type, text, required, lowLabel, highLabel } = asked
  const isText = type === 'text'
  const isScale = type === 'nps' || type === 'csat' || type === 'ces'
  const heading = el(
    isText ? 'label' : 'legend',
    { class: 'question', id: 'question', for: isText && 'answer', tabindex: -1 },
    text,
    !required && el('span', { class: 'muted' }, ` · ${words.optional}`),
  )
  if (isText) {
    const oninput = (event: Event) => onAnswer((event.target as HTMLTextAreaElement).value)
    return el(
      'div',
      { 'data-key': id },
      heading,
      el('textarea', { id: 'answer', rows: 3, maxlength: longestText, value: `${answer ?? ''}`, oninput }),
    )
  }
  return el(
    'fieldset',
    { 'data-key': id, role: 'radiogroup', 'aria-labelledby': 'question', 'aria-describedby': isScale && 'ends' },
    heading,
    el(
      'div',
      { class: isScale ? `scale ${type}` : 'choices' },
      choicesOf(asked, words).map(([value, word]) =>
        el(
          'label',
          null,
          el('input', { type: 'radio', name: id, checked: value === answer, onchange: () => onAnswer(value) }),
          el('span', null, word),
        ),
      ),
    ),
    isScale &&
      el('p', { class: 'ends muted', id: 'ends' }, el('span', null, lowLabel), ' ', el('span', null, highLabel)),
  )
}

/** What can be chosen: the value that is stored, and the word for it. */
const choicesOf = ({ type, choices }: QuestionView, words: SurveyWords): [Answer, string | number][] => {
  if (type === 'choice') return choices.map(({ value, text }) => [value, text])
  if (type === 'yes-no')
    return [
      [true, words.yes],
      [false, words.no],
    ]
  return (type === 'nps' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1, 2, 3, 4, 5]).map((score) => [score, score])
}
