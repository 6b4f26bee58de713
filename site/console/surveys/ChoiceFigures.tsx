import type { SurveyView } from '../../../api/contract/definitions.ts'
import type { SurveyResults } from '../../../api/contract/survey-results.ts'
import { humanize } from '../format/humanize.ts'
import { formatNumber } from '../format/number.ts'

interface ChoiceFiguresProps {
  results: Pick<SurveyResults, 'choices'>
  survey: SurveyView
}

/** How often each choice was made. */
export const ChoiceFigures = ({ results, survey }: ChoiceFiguresProps) => {
  // Where nothing was chosen every choice would stand there with a zero, as if it had been passed over.
  const made = results.choices.filter(({ count }) => count > 0).map(({ question }) => question)
  return (
    <>
      {[...new Set(made)].map((id) => {
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
                      {question?.choices.find((choice) => choice.value === value)?.text ??
                        yesNo[value] ??
                        humanize(value)}
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

const yesNo: Record<string, string> = { true: 'Yes', false: 'No' }
