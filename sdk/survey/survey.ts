import type { SurveyView } from '../../api/contract/definitions.ts'
import type { State } from '../../api/contract/state.ts'
import type { Answer } from '../../surveys/flow.ts'
import { surveyWords } from '../i18n/survey-words.ts'
import type { Translation } from '../i18n/translation.ts'
import { closeButton, onEscape } from '../ui/closing.ts'
import { el } from '../ui/element.ts'
import { instead } from '../ui/instead.ts'
import { stones } from '../ui/stones.ts'
import type { BegunSurvey } from './begun-survey.ts'
import { question } from './question.ts'
import type { Choices, QuestionView } from './question.ts'
import { atQuestion, isEmpty, isLast } from './way.ts'

/** All that a survey shows. */
export interface SurveyProps {
  definition: SurveyView
  translation: Translation | undefined
  begun: BegunSurvey
  isCompleted: boolean
  isAnnounced: boolean
  needsAnswer: boolean
  choices?: Choices
  remind: State['surveys'][number]['remind']
  onAnswer: (asked: QuestionView, value: Answer) => void
  onNext: (asked: QuestionView) => void
  onBack: () => void
  onLater: () => void
  onClose: () => void
}

/** One question at a time in a corner of the page, which stays usable meanwhile. */
export const survey = (props: SurveyProps): HTMLElement => {
  const { definition, translation, begun, needsAnswer, choices, onAnswer, onNext, onBack, onLater, onClose } = props
  const { questions, thanks } = definition
  const words = translation?.survey ?? surveyWords
  const asked = props.isCompleted ? null : atQuestion(questions, begun)
  const answer = (asked && begun.answers[asked.id]) ?? null
  const isFirst = !begun.path.length
  const isSkipping = !asked?.required && isEmpty(answer)
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
          null,
          question(asked, { answer, words, choices, onAnswer: (value) => onAnswer(asked, value) }),
          el('p', { class: 'needed', role: 'alert' }, needsAnswer && words.needed),
          el(
            'p',
            { class: 'ways' },
            props.remind === 'later' &&
              isFirst &&
              isEmpty(answer) &&
              el('button', { type: 'button', class: 'quiet', onclick: onLater }, words.later),
            !isFirst && el('button', { type: 'button', class: 'quiet', onclick: onBack }, words.back),
            el(
              'button',
              { class: 'button', onclick: instead(() => onNext(asked)) },
              isLast(questions, begun) ? words.send : isSkipping ? words.skip : words.next,
            ),
          ),
        )
      : el('div', { class: 'thanks' }, stones(3, 3), el('p', { role: 'status', tabindex: -1 }, thanks ?? words.thanks)),
    el('p', { class: 'said', 'aria-live': 'polite' }, props.isAnnounced && isFirst && asked?.text),
  )
}
