import type { HealthPoint } from '../../../api/contract/health.ts'

/** The points of the scorecard in use today, oldest first: scores of two scorecards do not make one line. */
export const historyOf = (points: HealthPoint[]): HealthPoint[] => {
  const sorted = points.toSorted((a, b) => a.day.localeCompare(b.day))
  const card = sorted.at(-1)?.scorecard
  return sorted.filter(({ scorecard }) => scorecard === card)
}
