import type { Health } from '../../../api/contract/health.ts'
import type { Tone } from '../band-tone.ts'
import { humanize } from '../format/humanize.ts'
import { formatPercent } from '../format/percent.ts'
import type { Bands } from '../state/use-bands.ts'
import type { Resource } from '../state/use-resource.ts'
import { BandLabel } from '../ui/BandLabel.tsx'
import { Bar } from '../ui/Bar.tsx'
import { Panel } from '../ui/Panel.tsx'
import { HealthComponents } from './HealthComponents.tsx'

interface HealthPanelProps {
  health: Resource<Health>
  bands: Bands
}

const trends = {
  up: 'Up by more than 5 points since the score before.',
  down: 'Down by more than 5 points since the score before.',
  stable: 'Within 5 points of the score before.',
}

/** The score, what it was made from, and what would change it. */
export const HealthPanel = ({ health, bands }: HealthPanelProps) => {
  const { data, error, retry } = health
  return (
    <Panel
      title="Health"
      aside={data && <span class="muted">Scorecard: {titleOf(bands, data.scorecard)}</span>}
      lines={14}
      waiting={data === null}
      error={error}
      retry={retry}
    >
      {data && <Score health={data} tone={bands.tone(data.band)} />}
      {data && <HealthComponents components={data.components} />}
      {data && <Reasons title="What pulls it down" reasons={data.riskFactors} none="Nothing that is known." />}
      {data && <Reasons title="What would raise it most" reasons={data.opportunities} none="Nothing that is known." />}
    </Panel>
  )
}

const titleOf = ({ scorecards }: Bands, card: string): string =>
  scorecards.find(({ id }) => id === card)?.title ?? humanize(card)

const Score = ({ health, tone }: { health: Health; tone: Tone }) => (
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

const Reasons = ({ title, reasons, none }: { title: string; reasons: string[]; none: string }) => (
  <div class="reasons">
    <h3>{title}</h3>
    {reasons.length === 0 ? (
      <p class="muted">{none}</p>
    ) : (
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    )}
  </div>
)
