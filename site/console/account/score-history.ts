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

/** Two known scores with the difference between them. */
export interface ScoreChange {
  from: { day: string; score: number }
  to: { day: string; score: number }
  difference: number
}

/**
 * The change over the last 30 days of a history: from the earliest known score of that time to the last one. Null where
 * fewer than two are known.
 *
 * @param history - Oldest first.
 */
export const changeOfMonth = (history: readonly HealthPoint[]): ScoreChange | null => {
  const known = history.flatMap(({ day, score }) => (score === null ? [] : [{ day, score }]))
  const to = known.at(-1)
  const from = to && known.find(({ day }) => Date.parse(day) >= Date.parse(to.day) - 30 * 86_400_000)
  if (!from || from === to) return null
  return { from, to, difference: to.score - from.score }
}
