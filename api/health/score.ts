import type { Measure, MeasureCatalogue, PointsRow, Scorecard } from '../../content/schema.ts'
import type { Health, MeasureValue } from '../contract/health.ts'
import { type ExplainedMeasure, opportunitiesOf, riskFactorsOf } from './explain.ts'
import { type Attainable, attainableOf, rowFor, stretch, sumOf } from './points.ts'

/** Against the noise of binary fractions: 0.1 + 0.2 and the like count as what they stand for. */
const tolerance = 1e-9

/** What a score is made from. */
export interface HealthInput {
  scorecard: Omit<Scorecard, 'id'>
  catalogue: MeasureCatalogue
  /** Values by measure; null and absent are missing. They must have passed `checkMeasures`. */
  measures: Readonly<Record<string, MeasureValue | undefined>>
}

/** A score, its band and everything they were made from. */
export type HealthScore = Omit<Health, 'scorecard' | 'trend'>

/**
 * Scores an account with a points card.
 *
 * A missing measure is not zero. A component with some measures missing keeps the position that the known ones have
 * between their fewest and most points; one with nothing known is left out of the total in the same way. The score is
 * clamped to 0-100 at the end only and rounded once, half up. `coverage` is the share of the most points attainable
 * that is known; under the card's `minimumCoverage` score and band are null, with the components shown all the same.
 */
export function scoreHealth({ scorecard, catalogue, measures }: HealthInput): HealthScore {
  const scored = Object.entries(scorecard.components).map(([name, { title, measures: tables }]) => {
    const rows = Object.entries(tables).map(([measure, table]) =>
      scoreMeasure(measure, table, { measure: catalogue[measure], value: valueOf(measures, measure) }),
    )
    const { score, whole } = positionOf(rows.map(partOf))
    return { component: { name, title, score, ...whole, measures: rows.map((row) => row.scored) }, rows }
  })
  const components = scored.map(({ component }) => component)
  const rows = scored.flatMap((part) => part.rows)

  const coverage = coverageOf(rows.map(partOf))
  const total = positionOf(components.map((component) => ({ score: component.score, attainable: component }))).score
  const isKnownEnough = coverage + tolerance >= scorecard.minimumCoverage
  const score = total !== null && isKnownEnough ? roundHalfUp(Math.min(100, Math.max(0, total))) : null
  return {
    score,
    band: score === null ? null : bandOf(scorecard.bands, score),
    coverage,
    components,
    riskFactors: riskFactorsOf(rows),
    opportunities: opportunitiesOf(rows),
  }
}

/** The name of the band that a score is in; null below the lowest. */
export function bandOf(bands: Scorecard['bands'], score: number): string | null {
  return bands.filter((band) => band.from <= score).toSorted((one, other) => other.from - one.from)[0]?.name ?? null
}

interface Part {
  score: number | null
  attainable: Attainable
}

const partOf = ({ scored, attainable }: ExplainedMeasure): Part => ({ score: scored.score, attainable })

function scoreMeasure(
  name: string,
  table: readonly PointsRow[],
  { measure, value }: { measure: Measure | undefined; value: MeasureValue },
): ExplainedMeasure {
  const attainable = attainableOf(table)
  const { max } = attainable
  const status = value === null ? 'missing' : 'known'
  const score = value === null ? null : pointsOf(name, value, rowFor(table, value))
  const { title = name, type = 'number' } = measure ?? {}
  return { scored: { name, title, type, value, score, max, status }, table, attainable }
}

function valueOf(measures: HealthInput['measures'], name: string): MeasureValue {
  return (Object.hasOwn(measures, name) ? measures[name] : null) ?? null
}

function pointsOf(measure: string, value: MeasureValue, row: PointsRow | undefined): number {
  if (!row)
    throw new RangeError(`No row of ${measure} takes the value ${value}: check measures before they are scored.`)
  return row.points
}

/** The points of the known parts, stretched to what all parts can earn. */
function positionOf(parts: readonly Part[]): { score: number | null; whole: Attainable } {
  const whole = sumOf(parts.map((part) => part.attainable))
  const known = parts.filter((part) => part.score !== null)
  const points = known.reduce((sum, part) => sum + (part.score ?? 0), 0)
  return { score: stretch(points, sumOf(known.map((part) => part.attainable)), whole), whole }
}

/** A measure that can only cost points adds nothing to what is attainable. */
function coverageOf(parts: readonly Part[]): number {
  const sumOfMost = (some: readonly Part[]) => some.reduce((sum, part) => sum + Math.max(0, part.attainable.max), 0)
  const all = sumOfMost(parts)
  return all === 0 ? 0 : sumOfMost(parts.filter((part) => part.score !== null)) / all
}

function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5 + tolerance)
}
