import type { Health } from '../contract/health.ts'

/** More than 5 points up or down against the previous score; a previous score of 0 is a score. */
export function trendOf(score: number | null, previous: number | null): Health['trend'] {
  if (score === null || previous === null) return null
  if (score > previous + 5) return 'up'
  return score < previous - 5 ? 'down' : 'stable'
}
