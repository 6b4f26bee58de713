import type { HealthPoint } from '../../../api/contract/health.ts'

/**
 * The points of the scorecard in use, oldest first: scores of two scorecards do not make one line.
 *
 * @param points - As the API lists them, newest first; of two on one day the one scored last comes first.
 * @param inUse - The scorecard of the account's health; where that is not known, the one scored last.
 */
export const historyOf = (points: HealthPoint[], inUse?: string): HealthPoint[] => {
  const card = inUse ?? points[0]?.scorecard
  return points.filter(({ scorecard }) => scorecard === card).toReversed()
}
