import type { Survey } from '../../surveys/schema.ts'
import { dayInMilliseconds } from '../day.ts'

/** What a person was asked, put off and answered, latest times by survey id; milliseconds. */
export interface SurveyPast {
  asked: ReadonlyMap<string, number>
  putOff: ReadonlyMap<string, number>
  answered: ReadonlyMap<string, number>
}

/** Whether an NPS is asked, be it among other things. */
export const asksNps = ({ questions }: Survey): boolean => questions.some(({ type }) => type === 'nps')

/** Surveys that count as the same question: NPS is NPS whatever file asks it. */
export function sameQuestion(survey: Survey, surveys: readonly Survey[]): Survey[] {
  return asksNps(survey) ? surveys.filter(asksNps) : [survey]
}

/** Whoever was asked after this time is not asked again. */
export function capSince(survey: Survey, now: number): number {
  return now - survey.repeatAfterDays * dayInMilliseconds
}

/** Whoever put a survey off until then is due to be asked once more; never where it cannot be put off. */
export function remindBefore({ remindAfterDays }: Survey, now: number): number {
  return remindAfterDays === undefined ? -1 : now - remindAfterDays * dayInMilliseconds
}

/** Whether a person may be asked now, and why; and whether they may put it off, or did and the time has come. */
export function surveyEligibility(
  survey: Survey,
  { surveys, past, now }: { surveys: readonly Survey[]; past: SurveyPast; now: number },
): { eligible: boolean; reason: string; remind: 'later' | 'now' | null } {
  const cap = capSince(survey, now)
  const within = ` within ${survey.repeatAfterDays} days`
  const putOff = past.putOff.get(survey.id) ?? -Infinity
  const isPutOff = putOff > cap
  const isDue = isPutOff && putOff <= remindBefore(survey, now)
  const remind = survey.remindAfterDays === undefined || isPutOff ? null : 'later'
  for (const { id } of sameQuestion(survey, surveys)) {
    if ((past.answered.get(id) ?? -Infinity) > cap) {
      return { eligible: false, reason: `Answered "${id}"${within}.`, remind }
    }
    // Once it is time, what came before they put it off no longer counts.
    const asked = past.asked.get(id) ?? -Infinity
    if (asked > (isDue ? putOff : cap)) {
      const reason = isPutOff && asked <= putOff ? 'Put off, and not due yet.' : `Asked "${id}"${within}.`
      return { eligible: false, reason, remind }
    }
  }
  if (isDue) return { eligible: true, reason: 'Put off, and due.', remind: 'now' }
  return { eligible: true, reason: `Not asked${within}.`, remind }
}
