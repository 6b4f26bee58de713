import type { Health } from '../../../api/contract/health.ts'
import { humanize } from './humanize.ts'
import { formatNumber } from './number.ts'

type Measure = Pick<Health['components'][number]['measures'][number], 'type' | 'value'>

/** The value of a measure in words: shares and growth in percent. Missing is said to be missing, never shown as 0. */
export const formatMeasureValue = ({ type, value }: Measure): string => {
  if (value === null) return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'number') return humanize(value)
  return type === 'ratio' || type === 'growth'
    ? `${formatNumber(Math.round(value * 1000) / 10)} %`
    : formatNumber(value)
}
