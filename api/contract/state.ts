import { z } from '@hono/zod-openapi'
import { ProgramView, SurveyView } from './definitions.ts'
import { Enrolment } from './onboarding.ts'
import { Subject } from './subject.ts'

/** Body of `POST /v1/state`. */
export const StateRequest = Subject.extend({
  /** Language of the texts; what is not translated comes in English. */
  locale: z.string().max(20).optional(),
}).openapi('StateRequest')
export type StateRequest = z.infer<typeof StateRequest>

/** Everything a browser needs to decide what to show to its user now. */
export const State = z
  .object({
    /** Programs that the user's account is enrolled in. */
    programs: z.array(
      z.object({
        definition: ProgramView,
        enrolment: Enrolment,
        /** Milestones that were already celebrated with this user, on any device. */
        celebrated: z.array(z.string()),
        /** Whether this user dismissed the checklist. */
        dismissed: z.boolean(),
      }),
    ),
    /** Every survey, and whether this user may be asked now. */
    surveys: z.array(
      z.object({
        definition: SurveyView,
        eligible: z.boolean(),
        /** Why not, or why. */
        reason: z.string(),
      }),
    ),
  })
  .openapi('State')
export type State = z.infer<typeof State>
