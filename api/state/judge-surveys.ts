import type { State } from '../contract/state.ts'
import { viewSurvey } from '../definitions/view.ts'
import { surveyEligibility } from '../impressions/eligibility.ts'
import { outsideTrigger } from '../impressions/sample.ts'
import type { Services } from '../services.ts'
import type { Viewer } from './viewer.ts'

/**
 * Every survey, and whether this person may be asked now.
 *
 * @param answered - When they last answered each, in milliseconds.
 */
export function judgeSurveys(
  { definitions, now }: Services,
  viewer: Viewer,
  answered: ReadonlyMap<string, number>,
): State['surveys'] {
  const { surveys } = definitions
  const { past, locale, spent } = viewer
  const asked = (survey: string) =>
    Math.max(...['shown', 'opened', 'dismissed'].map((action) => past.at('survey', survey, action) ?? -Infinity))
  const surveyPast = {
    answered,
    asked: new Map(surveys.map(({ id }) => [id, asked(id)])),
    putOff: new Map(surveys.map(({ id }) => [id, past.at('survey', id, 'postponed') ?? -Infinity])),
  }
  return surveys.map((survey) => {
    const { reason, eligible, remind } = surveyEligibility(survey, { surveys, past: surveyPast, now: now() })
    const outside = outsideTrigger(survey, { ...viewer, now: now() })
    const refusal = outside ?? (eligible ? spent : reason)
    return {
      definition: viewSurvey(survey, locale),
      eligible: refusal === null,
      reason: refusal ?? reason,
      remind,
    }
  })
}
