import type { showChecklist } from './checklist/show-checklist.ts'
import type { showMilestone } from './milestone/show-milestone.ts'
import type { showSurvey } from './survey/show-survey.ts'
import type { createCore } from './core.ts'

/** What is loaded when it is first needed. */
export interface Parts {
  core(): Promise<{ createCore: typeof createCore }>
  checklist(): Promise<{ showChecklist: typeof showChecklist }>
  milestone(): Promise<{ showMilestone: typeof showMilestone }>
  survey(): Promise<{ showSurvey: typeof showSurvey }>
}
