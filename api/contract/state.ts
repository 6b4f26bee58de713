import { z } from '@hono/zod-openapi'
import { ProgramView, SurveyView } from './definitions.ts'
import { Enrolment } from './onboarding.ts'
import { Subject } from './subject.ts'

/** Body of `POST /v1/state`. */
export const StateRequest = Subject.extend({
  locale: z
    .string()
    .max(20)
    .optional()
    .describe('Language of the texts, such as `fr`; what is not translated comes in English.'),
}).openapi('StateRequest', { description: 'Whose state is asked for. Needs a `userId` or an `anonymousId`.' })
export type StateRequest = z.infer<typeof StateRequest>

const ProgramState = z.object({
  definition: ProgramView,
  enrolment: Enrolment,
  celebrated: z
    .array(z.string())
    .describe('Ids of the milestones that were already celebrated with this user, on any device.'),
  dismissed: z.boolean().describe('Whether this user dismissed the checklist.'),
})

const SurveyState = z.object({
  definition: SurveyView,
  eligible: z.boolean().describe('Whether this user may be asked now.'),
  reason: z.string().describe('Why, or why not, in a sentence.'),
})

/** Answer of `POST /v1/state`. */
export const State = z
  .object({
    programs: z.array(ProgramState).describe("Programs that the user's account is enrolled in."),
    surveys: z.array(SurveyState).describe('Every survey, and whether this user may be asked now.'),
  })
  .openapi('State', { description: 'Everything a browser needs to decide what to show to its user now.' })
export type State = z.infer<typeof State>
