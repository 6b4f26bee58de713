import type { Survey } from '../../surveys/schema.ts'
import { dayInMilliseconds } from '../day.ts'

/** What a person was asked and answered, latest times by survey id; milliseconds. */
export interface SurveyPast {
  asked: ReadonlyMap<string, number>
  answered: ReadonlyMap<string, number>
}

/** Surveys that count as the same question: NPS is NPS whatever file asks it. */
export function sameQuestion(survey: Survey, surveys: readonly Survey[]): Survey[] {
  return survey.kind === 'nps' ? surveys.filter((other) => other.kind === 'nps') : [survey]
}

/** Whoever was asked after this time is not asked again. */
export function capSince(survey: Survey, now: number): number {
  return now - survey.repeatAfterDays * dayInMilliseconds
}

/** Whether a person may be asked now, and why. */
export function surveyEligibility(
  survey: Survey,
  { surveys, past, now }: { surveys: readonly Survey[]; past: SurveyPast; now: number },
): { eligible: boolean; reason: string } {
  const since = capSince(survey, now)
  for (const { id } of sameQuestion(survey, surveys)) {
    const answered = past.answered.get(id)
    if (answered !== undefined && answered > since) {
      return { eligible: false, reason: `Answered "${id}" within ${survey.repeatAfterDays} days.` }
    }
    const asked = past.asked.get(id)
    if (asked !== undefined && asked > since) {
      return { eligible: false, reason: `Asked "${id}" within ${survey.repeatAfterDays} days.` }
    }
  }
  return { eligible: true, reason: `Not asked within ${survey.repeatAfterDays} days.` }
}
