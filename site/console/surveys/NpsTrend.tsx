import type { NpsResults } from '../../../api/contract/survey-results.ts'
import { formatMonth } from '../format/calendar.ts'
import { formatNumber } from '../format/number.ts'
import { LineChart } from '../ui/LineChart.tsx'
import { enoughAnswers } from './nps-words.ts'

/** The score month by month: as a line where there are two scores to join, always as a table. */
export const NpsTrend = ({ trend }: { trend: NpsResults['trend'] }) => {
  if (trend.length === 0) return null
  const scored = trend.filter(({ score }) => score !== null)
  return (
    <section aria-label="NPS by month">
      <h3>By month</h3>
      {scored.length > 1 && (
        <LineChart
          summary={`NPS by month, from ${label(scored[0])} to ${label(scored.at(-1))}.`}
          points={trend.map(({ month, score }) => ({
            label: formatMonth(month),
            position: monthNumber(month),
            value: score,
          }))}
          min={-100}
          max={100}
          marks={[-100, -50, 0, 50, 100]}
        />
      )}
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" class="number">
              Answers
            </th>
            <th scope="col" class="number">
              NPS
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.toReversed().map(({ month, responses, score }) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month)}</th>
              <td class="number">{formatNumber(responses)}</td>
              <td class="number">{score === null ? <span class="muted">too few</span> : formatNumber(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="definition">A month has a score from {enoughAnswers} answers.</p>
    </section>
  )
}

const label = (month: NpsResults['trend'][number] | undefined): string =>
  month && month.score !== null ? `${formatNumber(month.score)} in ${formatMonth(month.month)}` : 'nothing'

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
