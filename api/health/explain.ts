import type { Measure, PointsRow } from '../../content/schema.ts'
import type { Health, MeasureValue } from '../contract/health.ts'
import { type Attainable, bestRow } from './points.ts'
import { parseRange } from './range.ts'

/** A measure with what it earned and could earn. */
export interface ExplainedMeasure {
  scored: Health['components'][number]['measures'][number]
  table: readonly PointsRow[]
  attainable: Attainable
}

/** Measures that earn less than half of what they can, the most points lost first (`Payments: failed (-5 of 10 points)`). */
export function riskFactorsOf(measures: readonly ExplainedMeasure[]): string[] {
  return byGap(measures)
    .filter(({ points, attainable }) => points < (attainable.min + attainable.max) / 2)
    .map(
      ({ scored, points, attainable }) =>
        `${scored.title}: ${inWords(scored.value, scored.type)} (${points} of ${counted(attainable.max)})`,
    )
}

/** What every measure under its most would earn there, the most points to gain first. */
export function opportunitiesOf(measures: readonly ExplainedMeasure[]): string[] {
  return byGap(measures).flatMap(({ scored, gap, table }) => {
    const best = bestRow(table)
    return best ? [`${scored.title}: ${targetOf(best, scored.type)} would earn ${counted(gap)} more`] : []
  })
}

/** Known measures that could earn more; equal gaps stay in the order of the card. */
function byGap(measures: readonly ExplainedMeasure[]): (ExplainedMeasure & { points: number; gap: number })[] {
  return measures
    .flatMap((measure) => {
      const points = measure.scored.score
      return points === null ? [] : [{ ...measure, points, gap: rounded(measure.attainable.max - points) }]
    })
    .filter(({ gap }) => gap > 0)
    .toSorted((one, other) => other.gap - one.gap)
}

function targetOf(row: PointsRow, type: Measure['type']): string {
  if ('level' in row) return inWords(row.level, type)
  const range = parseRange(row.range)
  if (!range) return String(row.range)
  const from = inWords(range.from, type)
  const to = inWords(range.to, type)
  if (range.from === range.to) return from
  if (range.to === Infinity) return range.fromIncluded ? `${from} or more` : `more than ${from}`
  if (range.from === -Infinity) return range.toIncluded ? `${to} or less` : `less than ${to}`
  return range.fromIncluded ? `${from} to ${to}` : `more than ${from}, up to ${to}`
}

function inWords(value: MeasureValue, type: Measure['type']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'number') return (value ?? 'unknown').replaceAll('_', ' ')
  return type === 'ratio' || type === 'growth' ? `${Math.round(value * 1000) / 10} %` : String(rounded(value))
}

function counted(points: number): string {
  return points === 1 ? '1 point' : `${points} points`
}

/** Two decimals are enough for a sentence. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
