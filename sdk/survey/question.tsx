import type { SurveyView } from '../../api/contract/definitions.ts'
import type { Answer } from '../../surveys/flow.ts'
import type { SurveyWords } from '../i18n/survey-words.ts'

/** A question as served. */
export type QuestionView = SurveyView['questions'][number]

/** What can be chosen: the value that is stored, and the word for it. */
type Choices = { value: Answer; text: string }[]

/** One question with the control that its type needs: native radios or a text field. */
export const Question = ({
  question,
  answer,
  words,
  onAnswer,
}: {
  question: QuestionView
  answer: Answer
  words: SurveyWords
  onAnswer: (value: Answer) => void
}) => {
  const { id, type, text, required, lowLabel, highLabel } = question
  const hint = !required && <span class="muted"> · {words.optional}</span>
  if (type === 'text') {
    return (
      <div>
        <label class="question" for="answer" id="question" tabIndex={-1}>
          {text}
          {hint}
        </label>
        <textarea
          id="answer"
          rows={3}
          maxLength={5000}
          value={`${answer ?? ''}`}
          onInput={(event) => onAnswer(event.currentTarget.value)}
        />
      </div>
    )
  }
  const isScale = type === 'nps' || type === 'csat' || type === 'ces'
  return (
    <fieldset role="radiogroup" aria-labelledby="question" aria-describedby={isScale ? 'ends' : undefined}>
      <legend class="question" id="question" tabIndex={-1}>
        {text}
        {hint}
      </legend>
      <div class={isScale ? `scale ${type}` : 'choices'}>
        {choicesOf(question, words).map((choice) => (
          <label key={choice.text}>
            <input
              type="radio"
              name={id}
              checked={choice.value === answer}
              required={required}
              onChange={() => onAnswer(choice.value)}
            />
            <span>{choice.text}</span>
          </label>
        ))}
      </div>
      {isScale && (
        <p class="ends muted" id="ends">
          <span>{lowLabel}</span> <span>{highLabel}</span>
        </p>
      )}
    </fieldset>
  )
}

const choicesOf = ({ type, choices }: QuestionView, words: SurveyWords): Choices => {
  if (type === 'choice') return choices
  if (type === 'yes-no') return [true, false].map((value) => ({ value, text: value ? words.yes : words.no }))
  const from = type === 'nps' ? 0 : 1
  const to = type === 'nps' ? 10 : 5
  return Array.from({ length: to - from + 1 }, (_, index) => ({ value: from + index, text: `${from + index}` }))
}
