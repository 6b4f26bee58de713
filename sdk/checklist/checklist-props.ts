import type { ProgramView } from '../../api/contract/definitions.ts'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Translation } from '../i18n/translation.ts'
import type { Child } from '../ui/element.ts'

/** What of a step is special. */
export interface ExtraOfStep {
  /** What has to come first. */
  after: string | undefined
  /** By which it is completed. */
  button: HTMLElement | false
}

/** What few checklists have. */
export interface Extras {
  ofStep(step: ProgramView['steps'][number], done: readonly string[], props: ChecklistProps): ExtraOfStep
  /** What is there to keep of milestones. */
  ofMilestones(props: ChecklistProps): Child
}

/** All that a checklist shows. */
export interface ChecklistProps {
  definition: ProgramView
  enrolment: Enrolment
  /** Events sent from here that the enrolment may not count yet, with their times. */
  unconfirmed: ReadonlyMap<string, string>
  translation: Translation | undefined
  /** Shows what few checklists have; loaded where there is some. */
  extras?: Extras
  track(event: string, properties: Record<string, unknown>): void
  /** Where help articles are. */
  api: string
  /** Null where the person has not chosen: then the size of the window does. */
  minimised: boolean | null
  /** True while something else needs its place. */
  aside: boolean
  onMinimise(minimised: boolean): void
  onDismiss(): void
  /** A tour is to be shown, or a milestone again. */
  onOpen(id: string): void
}
