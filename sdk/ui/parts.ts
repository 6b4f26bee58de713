import type { showChecklist } from '../checklist/show-checklist.ts'
import type { showMilestone } from '../milestone/show-milestone.ts'
import type { showSurvey } from '../survey/show-survey.ts'

/** What can be shown. Each part is loaded when it is first needed. */
export interface Parts {
  checklist(): Promise<{ showChecklist: typeof showChecklist }>
  milestone(): Promise<{ showMilestone: typeof showMilestone }>
  survey(): Promise<{ showSurvey: typeof showSurvey }>
}
