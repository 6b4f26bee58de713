import type { Answers } from '../../surveys/flow.ts'

/** A survey that somebody has begun to answer: kept for the tab, so that it goes on after a change of page. */
export interface BegunSurvey {
  id: string
  /** Under which every answer is stored. */
  submissionId: string
  answers: Answers
  /** Ids of the questions that were left with "Next", so that "Back" finds the way. */
  path: string[]
}
