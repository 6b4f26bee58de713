import type { Measure } from '../../content/schema.ts'
import type { MeasureValue } from '../contract/health.ts'
import type { FieldError } from '../contract/problem.ts'
import { boundsOf } from './bounds.ts'
import type { HealthInput } from './score.ts'

type UncheckedInput = Omit<HealthInput, 'measures'> & { measures: Readonly<Record<string, unknown>> }

/**
 * What is wrong with values that are to be scored: an unknown measure, a wrong type, an unknown level, a value outside
 * of the measure's range. Null and undefined are missing, which is no error; a measure that this card does not use is
 * ignored, whatever its value.
 */
export function checkMeasures({ scorecard, catalogue, measures }: UncheckedInput): FieldError[] {
  const used = new Set(Object.values(scorecard.components).flatMap((component) => Object.keys(component.measures)))
  return Object.entries(measures).flatMap(([name, value]) => {
    const measure = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined
    const detail = measure
      ? used.has(name) && value !== null && value !== undefined
        ? problemOf(measure, value)
        : null
      : 'There is no such measure: content/measures.yaml does not name it.'
    return detail === null ? [] : [{ path: `measures.${name}`, detail }]
  })
}

/**
 * The values that can be scored, without those that are wrong. For facts that are already stored: a trait with an
 * impossible value is as good as missing, and must not keep an account from being scored.
 */
export function scorableMeasures(input: UncheckedInput): Record<string, MeasureValue> {
  const wrong = new Set(checkMeasures(input).map((error) => error.path))
  return Object.fromEntries(
    Object.entries(input.measures).filter(
      (entry): entry is [string, MeasureValue] => entry[1] !== undefined && !wrong.has(`measures.${entry[0]}`),
    ),
  )
}

function problemOf(measure: Measure, value: unknown): string | null {
  if (measure.type === 'boolean') return typeof value === 'boolean' ? null : 'Must be true or false.'
  const bounds = boundsOf(measure)
  if (bounds === null) {
    const levels = measure.levels ?? []
    return typeof value === 'string' && levels.includes(value) ? null : `Must be one of ${levels.join(', ')}.`
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Must be a number.'
  if (bounds.whole && !Number.isInteger(value)) return 'Must be a whole number.'
  if (value < bounds.min || value > bounds.max) return `Must be ${inWords(bounds.min, bounds.max)}.`
  return null
}

function inWords(min: number, max: number): string {
  if (max === Infinity) return `${min} or more`
  return min === -Infinity ? `${max} or less` : `from ${min} to ${max}`
}
