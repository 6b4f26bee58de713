import type { SurveyView } from '../../../api/contract/definitions.ts'
import type { SurveyResults } from '../../../api/contract/survey-results.ts'
import { humanize } from '../format/humanize.ts'
import { formatCount, formatNumber } from '../format/number.ts'

interface ChoiceFiguresProps {
  results: Extract<SurveyResults, { kind: 'exit' }>
  survey: SurveyView
}

/** How often each choice of an exit interview was given. */
export const ChoiceFigures = ({ results, survey }: ChoiceFiguresProps) => {
  // Without an answer every choice would stand there with a zero, as if it had been passed over.
  const questions = results.responses === 0 ? [] : [...new Set(results.choices.map(({ question }) => question))]
  return (
    <>
      <p>
        {results.responses === 0
          ? 'No answers yet.'
          : `${formatCount(results.responses, 'answer')}. Counted is each choice.`}
      </p>
      {questions.map((id) => {
        const question = survey.questions.find((known) => known.id === id)
        const title = question?.text ?? humanize(id)
        return (
          <table key={id} class="plain-table">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">Choice</th>
                <th scope="col" class="number">
                  Answers
                </th>
              </tr>
            </thead>
            <tbody>
              {results.choices
                .filter((choice) => choice.question === id)
                .map(({ value, count }) => (
                  <tr key={value}>
                    <th scope="row">
                      {question?.choices.find((choice) => choice.value === value)?.text ?? humanize(value)}
                    </th>
                    <td class="number">{formatNumber(count)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        )
      })}
    </>
  )
}
