import { dayInMilliseconds, dayOf } from '../day.ts'
import type { Settings } from '../env.ts'

/**
 * What happened before this time is not kept; 0 where everything is. It is the beginning of a day (UTC), so that facts
 * and counts by day go together.
 */
export function oldestKept({ retentionDays }: Pick<Settings, 'retentionDays'>, now: number): number {
  return retentionDays === 0 ? 0 : Date.parse(dayOf(now - retentionDays * dayInMilliseconds))
}
