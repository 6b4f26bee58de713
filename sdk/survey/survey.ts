import type { SurveyView } from '../../api/contract/definitions.ts'
import type { Answer, Answers } from '../../surveys/flow.ts'
import { surveyWords } from '../i18n/survey-words.ts'
import { wordsFor } from '../i18n/words.ts'
import { closeButton, onEscape } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { stones } from '../ui/stones.ts'
import { question } from './question.ts'
import type { QuestionView } from './question.ts'

/** All that a survey shows. */
export interface SurveyProps {
  definition: SurveyView
  locale: string
  /** Null at the end. */
  asked: QuestionView | null
  answers: Answers
  isFirst: boolean
  isLast: boolean
  isAnnounced: boolean
  needsAnswer: boolean
  onAnswer: (asked: QuestionView, value: Answer) => void
  onNext: (asked: QuestionView) => void
  onBack: () => void
  onClose: () => void
}

/** One question at a time in a corner of the page, which stays usable meanwhile. */
export const survey = (props: SurveyProps): HTMLElement => {
  const { definition, locale, asked, answers, isFirst, isLast, needsAnswer, onAnswer, onNext, onBack, onClose } = props
  const words = wordsFor(surveyWords, locale)
  const answer = (asked && answers[asked.id]) ?? null
  const isSkipping = !asked?.required && (answer === null || answer === '')
  return el(
    'section',
    {
      class: 'card survey',
      'aria-label': words.region,
      onkeydown: onEscape(onClose),
    },
    closeButton(words.close, onClose),
    asked
      ? el(
          'form',
          {
            novalidate: true,
            onsubmit: (event: Event) => {
              event.preventDefault()
              onNext(asked)
            },
          },
          question(asked, { answer, words, onAnswer: (value) => onAnswer(asked, value) }),
          el('p', { class: 'needed', role: 'alert' }, needsAnswer && words.needed),
          el(
            'p',
            { class: 'ways' },
            !isFirst && el('button', { type: 'button', class: 'quiet', onclick: onBack }, words.back),
            el('button', { class: 'button' }, isLast ? words.send : isSkipping ? words.skip : words.next),
          ),
        )
      : el(
          'div',
          { class: 'thanks' },
          stones(3, 3),
          el('p', { role: 'status', tabindex: -1 }, definition.thanks ?? words.thanks),
        ),
    el('p', { class: 'said', 'aria-live': 'polite' }, props.isAnnounced && isFirst && asked?.text),
  )
}
