import type { ProgramView } from '../../api/contract/definitions.ts'
import type { Enrolment } from '../../api/contract/onboarding.ts'
import type { Translation } from '../i18n/translation.ts'

/** All that a checklist shows. */
export interface ChecklistProps {
  definition: ProgramView
  enrolment: Enrolment
  /** Events sent from here that the enrolment may not count yet, with their times. */
  unconfirmed: ReadonlyMap<string, string>
  translation: Translation | undefined
  /** Where help articles are. */
  api: string
  /** Null where the person has not chosen: then the size of the window does. */
  minimised: boolean | null
  /** True while something else needs its place. */
  aside: boolean
  onMinimise(minimised: boolean): void
  onDismiss(): void
  /** A step is to be shown how. */
  onTour(id: string): void
}
