import type { Health, HealthPoint } from '../../../api/contract/health.ts'
import type { Tone } from '../band-tone.ts'
import { formatDay } from '../format/calendar.ts'
import { humanize } from '../format/humanize.ts'
import { formatDifference } from '../format/number.ts'
import { formatPercent } from '../format/percent.ts'
import type { Bands } from '../state/use-bands.ts'
import type { Resource } from '../state/use-resource.ts'
import { BandLabel } from '../ui/BandLabel.tsx'
import { Bar } from '../ui/Bar.tsx'
import { Panel } from '../ui/Panel.tsx'
import { HealthComponents } from './HealthComponents.tsx'
import { Reasons } from './Reasons.tsx'
import { changeOfMonth, historyOf } from './score-history.ts'
import type { ScoreChange } from './score-history.ts'

interface HealthPanelProps {
  health: Resource<Health>
  /** Scores by day, newest first, as far as they have been read. */
  points: HealthPoint[]
  bands: Bands
}

const trends = {
  up: 'Up by more than 5 points since the score before.',
  down: 'Down by more than 5 points since the score before.',
  stable: 'Within 5 points of the score before.',
}

/** The score, what it was made from, and what would change it. */
export const HealthPanel = ({ health, points, bands }: HealthPanelProps) => {
  const { data, error, retry } = health
  const change = data && changeOfMonth(historyOf(points, data.scorecard))
  return (
    <Panel
      title="Health"
      aside={data && <span class="muted">Scorecard: {titleOf(bands, data.scorecard)}</span>}
      lines={14}
      waiting={data === null}
      error={error}
      retry={retry}
    >
      {data && <Score health={data} change={change} tone={bands.tone(data.band)} />}
      {data && <HealthComponents components={data.components} />}
      {data && <Reasons title="What pulls it down" reasons={data.riskFactors} none="Nothing that is known." />}
      {data && <Reasons title="What would raise it most" reasons={data.opportunities} none="Nothing that is known." />}
    </Panel>
  )
}

const titleOf = ({ scorecards }: Bands, card: string): string =>
  scorecards.find(({ id }) => id === card)?.title ?? humanize(card)

const changeInWords = ({ from, to, difference }: ScoreChange): string =>
  `${formatDifference(difference)} in the last 30 days: from ${from.score} on ${formatDay(from.day)} to ${to.score} on ${formatDay(to.day)}.`

const Score = ({ health, change, tone }: { health: Health; change: ScoreChange | null; tone: Tone }) => (
  <div class="score">
    {health.score === null ? (
      <p class="score-unknown">Not enough known for a score</p>
    ) : (
      <p class="score-line">
        <span class="score-big">{health.score}</span> <span class="muted">of 100</span>{' '}
        <BandLabel band={health.band} tone={tone} />
      </p>
    )}
    {health.score !== null && (
      <p>{health.trend === null ? 'There is no score before this one to compare it with.' : trends[health.trend]}</p>
    )}
    {change && <p>{changeInWords(change)}</p>}
    <div class="coverage">
      <Bar parts={[{ share: health.coverage, class: 'bar-fill' }]} />
      <p class="definition">
        {formatPercent(health.coverage)} of the points are known.{' '}
        {health.score === null
          ? 'A score is given once enough of them are.'
          : 'What is missing is left out, not counted as zero.'}
      </p>
    </div>
  </div>
)
