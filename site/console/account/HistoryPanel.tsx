import type { ScorecardView } from '../../../api/contract/definitions.ts'
import type { Health, HealthPoint } from '../../../api/contract/health.ts'
import { formatDay } from '../format/calendar.ts'
import { formatCount } from '../format/number.ts'
import { formatPercent } from '../format/percent.ts'
import type { Resource } from '../state/use-resource.ts'
import { LineChart } from '../ui/LineChart.tsx'
import { Panel } from '../ui/Panel.tsx'
import { historyOf } from './score-history.ts'

interface HistoryPanelProps {
  /** The account's health now: it says which scorecard is in use. */
  health: Resource<Health>
  /** Scores by day, newest first. */
  points: Resource<{ data: HealthPoint[] }>
  scorecards: ScorecardView[]
}

/** The score over time. */
export const HistoryPanel = ({ health, points, scorecards }: HistoryPanelProps) => {
  const { data, error, retry } = points
  const isUseKnown = health.data !== null || health.error !== null
  const history = historyOf(data?.data ?? [], health.data?.scorecard)
  const scored = history.filter(({ score }) => score !== null).length
  return (
    <Panel
      title="Score over time"
      aside={scored > 0 && <span class="muted">{formatCount(scored, 'day')} with a score</span>}
      lines={7}
      waiting={data === null || !isUseKnown}
      error={error}
      retry={retry}
    >
      {data && history.length === 0 && (
        <p class="muted">
          No score by the scorecard in use has been kept yet. One is kept for each day from the first fact on.
        </p>
      )}
      {history.length > 0 && <History history={history} scorecards={scorecards} />}
    </Panel>
  )
}

const History = ({ history, scorecards }: { history: HealthPoint[]; scorecards: ScorecardView[] }) => {
  const card = scorecards.find(({ id }) => id === history.at(-1)?.scorecard)
  const known = history.some(({ score }) => score !== null)
  return (
    <>
      {known ? (
        <LineChart
          summary={summary(history)}
          points={history.map(({ day, score }) => ({
            label: formatDay(day),
            position: Date.parse(day) / 86_400_000,
            value: score,
          }))}
          min={0}
          max={100}
          marks={[...new Set([0, 100, ...(card?.bands ?? []).map(({ from }) => from)])]}
        />
      ) : (
        <p>On no day yet was enough known for a score.</p>
      )}
      <p class="definition">
        The last score of each day, by the scorecard in use today. {card && 'Lines mark where a band begins. '}
        Days on which too little was known have none.
      </p>
      <details class="chart-table">
        <summary>Show as a table</summary>
        <div class="table-scroll" tabIndex={0} role="region" aria-label="Score by day">
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col" class="number">
                  Score
                </th>
                <th scope="col">Band</th>
                <th scope="col" class="number">
                  Known
                </th>
              </tr>
            </thead>
            <tbody>
              {history.toReversed().map(({ day, score, band, coverage }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day)}</th>
                  <td class="number">{score ?? '–'}</td>
                  <td>{band ?? 'Not enough known'}</td>
                  <td class="number">{formatPercent(coverage)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}

const summary = (history: HealthPoint[]): string => {
  const known = history.filter(({ score }) => score !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return 'No day with a known score.'
  return `Score by day: ${first.score} on ${formatDay(first.day)}, ${last.score} on ${formatDay(last.day)}.`
}
