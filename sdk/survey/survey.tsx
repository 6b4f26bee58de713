import type { SurveyView } from '../../api/contract/definitions.ts'
import type { Answer, Answers } from '../../surveys/flow.ts'
import { surveyWords } from '../i18n/survey-words.ts'
import { wordsFor } from '../i18n/words.ts'
import { CloseButton } from '../ui/close-button.tsx'
import { Question } from './question.tsx'
import type { QuestionView } from './question.tsx'

/** All that a survey shows. */
export interface SurveyProps {
  definition: SurveyView
  locale: string
  question: QuestionView | null
  answers: Answers
  isFirst: boolean
  isLast: boolean
  isAnnounced: boolean
  isCompleted: boolean
  needsAnswer: boolean
  onAnswer: (question: QuestionView, value: Answer) => void
  onNext: (question: QuestionView) => void
  onBack: () => void
  onClose: () => void
}

/** One question at a time in a corner of the page, which stays usable meanwhile. */
export const Survey = (props: SurveyProps) => {
  const { definition, locale, question, answers, isFirst, isLast, isCompleted, needsAnswer, onNext, onClose } = props
  const words = wordsFor(surveyWords, locale)
  const answer = question && answers[question.id]
  const isSkipping = !question?.required && (answer ?? '') === ''
  return (
    <section class="card survey" aria-label={words.region} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <CloseButton label={words.close} onClick={onClose} />
      {isCompleted || !question ? (
        <p class="thanks" role="status" tabIndex={-1}>
          {definition.thanks ?? words.thanks}
        </p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onNext(question)
          }}
        >
          <Question
            key={question.id}
            question={question}
            answer={answer ?? null}
            words={words}
            onAnswer={(value) => props.onAnswer(question, value)}
          />
          <p class="needed" role="alert">
            {needsAnswer && words.needed}
          </p>
          <p class="ways">
            {!isFirst && (
              <button type="button" class="quiet" onClick={props.onBack}>
                {words.back}
              </button>
            )}
            <button class="button">{isLast ? words.send : isSkipping ? words.skip : words.next}</button>
          </p>
        </form>
      )}
      <p class="said" aria-live="polite">
        {props.isAnnounced && isFirst && !isCompleted && question?.text}
      </p>
    </section>
  )
}
