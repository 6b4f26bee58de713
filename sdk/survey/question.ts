import type { SurveyView } from '../../api/contract/definitions.ts'
import type { Answer } from '../../surveys/flow.ts'
import { longestText } from '../../surveys/flow.ts'
import type { SurveyWords } from '../i18n/survey-words.ts'
import { el } from '../ui/element.ts'
import { option } from './option.ts'

/** A question as served. */
export type QuestionView = SurveyView['questions'][number]

/** What a question is shown with. */
export interface QuestionOptions {
  answer: Answer
  words: SurveyWords
  onAnswer: (value: Answer) => void
}

/** Makes what can be answered to a question as few surveys have one; undefined for others. Loaded where there are some. */
export type Choices = (asked: QuestionView, options: QuestionOptions) => HTMLElement[] | undefined

/** One question with the control that its type needs: native radios or a text field. */
export const question = (
  asked: QuestionView,
  { choices, ...options }: QuestionOptions & { choices: Choices | undefined },
): HTMLElement => {
  const { id, type, display, text, required, lowLabel, highLabel } = asked
  const { answer, words, onAnswer } = options
  const isText = type === 'text'
  const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].slice(...(type === 'nps' ? [] : [1, 6]))
  return el(
    'div',
    { 'data-key': id },
    el(
      isText ? 'label' : 'p',
      { class: 'question', id: 'question', for: isText && 'answer', tabindex: -1 },
      text,
      !required && el('span', { class: 'muted' }, ` · ${words.optional}`),
    ),
    isText
      ? el('textarea', {
          ...{ id: 'answer', rows: 3, maxlength: longestText, value: String(answer ?? '') },
          oninput: ({ target }: Event) => onAnswer((target as HTMLTextAreaElement).value),
        })
      : el(
          'div',
          {
            class: `scale ${type} ${display}`,
            role: type === 'multiple-choice' ? 'group' : 'radiogroup',
            'aria-labelledby': 'question',
            'aria-describedby': lowLabel && 'ends',
          },
          choices?.(asked, options) ??
            scores.map((score) =>
              option({ name: id, checked: score === answer, onchange: () => onAnswer(score) }, score),
            ),
        ),
    lowLabel &&
      el('p', { class: 'ends muted', id: 'ends' }, el('span', null, lowLabel), ' ', el('span', null, highLabel)),
  )
}
