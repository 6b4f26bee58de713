import type { Interruptions } from '../../content/guidance-schema.ts'
import { dayInMilliseconds } from '../day.ts'

/** What comes up by itself and takes somebody's attention: all of it shares one budget. */
const interrupting = ['survey', 'tour', 'announcement'] as const

/** Whether a kind of thing draws on the budget. */
export const isInterrupting = (kind: string): boolean => (interrupting as readonly string[]).includes(kind)

/** The condition by which rows count. What somebody opened is stored as `opened`, and does not. */
export const countsAsInterruption = `kind IN (${interrupting.map((kind) => `'${kind}'`).join(', ')}) AND action = 'shown'`

/** The times after which interruptions count. */
export const budgetSince = (now: number) => ({ day: now - dayInMilliseconds, week: now - 7 * dayInMilliseconds })

/** Why nothing may come up by itself, in a sentence; null where something may. `times` are those of the last week. */
export function spentBudget(times: readonly number[], { perDay, perWeek }: Interruptions, now: number): string | null {
  const since = budgetSince(now)
  const [today, week] = [since.day, since.week].map((from) => times.filter((at) => at > from).length)
  if (today !== undefined && today >= perDay) return `Interrupted ${today} times within a day.`
  if (week !== undefined && week >= perWeek) return `Interrupted ${week} times within a week.`
  return null
}
