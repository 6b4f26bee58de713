import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { findSurvey } from '../surveys/find.ts'
import { isInterrupting } from './budget.ts'
import { capSince, remindBefore, sameQuestion } from './eligibility.ts'

/** What keeps something from being shown again. */
export interface Cap {
  /** Shown after this time, it is not shown again. */
  since: number
  /** Put off no later than this, it may be shown once more. */
  remindBefore: number
  /** What counts as the same. */
  targets: string[]
  /** How long that is, in words. */
  period: string
  /** Whether it is an interruption. */
  drawsOnBudget: boolean
}

/**
 * The cap of something; null where it has none.
 *
 * @throws ApiError `not_found` where no file defines a survey, tour or announcement.
 */
export function capOf(services: Services, { kind, id }: { kind: string; id: string }, now: number): Cap | null {
  const once: Cap = { since: -1, remindBefore: -1, targets: [id], period: '', drawsOnBudget: isInterrupting(kind) }
  const { tours, announcements, surveys } = services.definitions
  switch (kind) {
    case 'milestone':
      return once
    case 'tour':
    case 'announcement':
      if ([...(kind === 'tour' ? tours : announcements)].some((known) => known.id === id)) return once
      throw new ApiError('not_found', `There is no ${kind} "${id}".`)
    case 'survey': {
      const survey = findSurvey(services, id)
      return {
        ...once,
        since: capSince(survey, now),
        remindBefore: remindBefore(survey, now),
        targets: sameQuestion(survey, surveys).map((same) => same.id),
        period: ` within ${survey.repeatAfterDays} days`,
      }
    }
    default:
      return null
  }
}
