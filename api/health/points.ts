import type { PointsRow } from '../../content/schema.ts'
import type { MeasureValue } from '../contract/health.ts'
import { byPosition, contains, parseRange } from './range.ts'

/** The fewest and the most points that something can earn. */
export interface Attainable {
  min: number
  max: number
}

/** The row that a value falls into; where two ranges share it, the upper one. Undefined where no row takes it. */
export function rowFor(table: readonly PointsRow[], value: NonNullable<MeasureValue>): PointsRow | undefined {
  if (typeof value !== 'number') return table.find((row) => 'level' in row && row.level === value)
  return table
    .flatMap((row) => {
      const range = 'range' in row ? parseRange(row.range) : null
      return range && contains(range, value) ? [{ row, range }] : []
    })
    .toSorted((one, other) => byPosition(one.range, other.range))
    .at(-1)?.row
}

/** The row that earns most; of equal ones the first. */
export function bestRow(table: readonly PointsRow[]): PointsRow | undefined {
  return table.toSorted((one, other) => other.points - one.points)[0]
}

/** What a measure can earn. */
export function attainableOf(table: readonly PointsRow[]): Attainable {
  const points = table.map((row) => row.points)
  return { min: Math.min(...points), max: Math.max(...points) }
}

/** What several can earn together. */
export function sumOf(parts: readonly Attainable[]): Attainable {
  return {
    min: parts.reduce((sum, part) => sum + part.min, 0),
    max: parts.reduce((sum, part) => sum + part.max, 0),
  }
}

/**
 * Takes points from the range of what is known to the same position in the whole range, so that what is missing
 * neither costs nor earns anything. Null where what is known can only be one thing, and so says nothing.
 */
export function stretch(points: number, known: Attainable, whole: Attainable): number | null {
  if (known.max === known.min) return null
  // Left as it is, so that a complete score stays exact.
  if (known.min === whole.min && known.max === whole.max) return points
  return whole.min + ((points - known.min) * (whole.max - whole.min)) / (known.max - known.min)
}
