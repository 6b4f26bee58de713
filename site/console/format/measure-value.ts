import type { MeasureValue } from '../../../api/contract/health.ts'
import { humanize } from './humanize.ts'
import { formatNumber } from './number.ts'

/** The value of a measure in words. Missing is said to be missing, never shown as 0. */
export const formatMeasureValue = (value: MeasureValue): string => {
  if (value === null) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? formatNumber(value) : humanize(value)
}
