import type { Health } from '../../../api/contract/health.ts'
import { formatMeasureValue } from '../format/measure-value.ts'
import { formatNumber } from '../format/number.ts'
import { ComponentBar } from './ComponentBar.tsx'

type Component = Health['components'][number]
type Measure = Component['measures'][number]

/** Each component of a score with its measures, so that every point can be traced. */
export const HealthComponents = ({ components }: { components: Component[] }) => (
  <div class="components">
    {components.map((component) => (
      <section key={component.name} class="component" aria-label={component.title}>
        <header class="component-head">
          <h3>{component.title}</h3>
          <p class="component-points">
            {component.score === null ? (
              <span class="muted">nothing known</span>
            ) : (
              <>
                <strong>{points(component.score)}</strong> {rangeInWords(component)}
              </>
            )}
          </p>
        </header>
        <ComponentBar score={component.score} min={component.min} max={component.max} />
        <Measures component={component} />
      </section>
    ))}
    <p class="definition">
      Points by component. Where a measure is missing, what is known is stretched to the full range of its component.
      {components.some(({ min }) => min < 0) && ' Where points can be lost, a line across the bar marks zero.'}
      {components.some(({ score }) => score === null) && ' A hatched bar means that nothing is known.'}
    </p>
  </div>
)

const Measures = ({ component }: { component: Component }) => (
  <table class="measures">
    <caption class="visually-hidden">Measures of {component.title}</caption>
    <thead class="visually-hidden">
      <tr>
        <th scope="col">Measure</th>
        <th scope="col">Value</th>
        <th scope="col">Points</th>
      </tr>
    </thead>
    <tbody>
      {component.measures.map((measure) => (
        <tr key={measure.name} class={measure.status === 'missing' ? 'is-missing' : undefined}>
          <th scope="row">
            {measure.title}
            {measure.problem && <span class="measure-problem">The stored value is not taken. {measure.problem}</span>}
          </th>
          <td class="measure-value">{formatMeasureValue(measure)}</td>
          <td class="number">{earned(measure)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const earned = ({ status, score, max }: Measure): string =>
  status === 'missing' || score === null ? `– of ${formatNumber(max)}` : `${points(score)} of ${formatNumber(max)}`

const rangeInWords = ({ min, max }: Component): string =>
  min < 0 ? `(${formatNumber(min)} to ${formatNumber(max)})` : `of ${formatNumber(max)}`

// Stretched components have fractions; a tenth is as exact as anybody reads.
const points = (score: number): string => formatNumber(Math.round(score * 10) / 10)
