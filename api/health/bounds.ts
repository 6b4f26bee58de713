import type { Measure } from '../../content/schema.ts'

/** The numbers that a measure can be. */
export interface Bounds {
  min: number
  max: number
  whole: boolean
}

const lowest = { count: 0, ratio: 0, growth: -1, number: -Infinity } as const

/** The bounds of a measure that is a number; null for a level or a boolean. */
export function boundsOf(measure: Measure): Bounds | null {
  if (measure.type === 'level' || measure.type === 'boolean') return null
  return {
    min: measure.min ?? lowest[measure.type],
    max: measure.max ?? Infinity,
    whole: measure.type === 'count',
  }
}
