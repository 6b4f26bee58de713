import { z } from '@hono/zod-openapi'
import { ProgramView, SurveyView } from './definitions.ts'
import { AnnouncementView, HelpView, TourView } from './guidance.ts'
import { Enrolment } from './onboarding.ts'
import { Subject } from './subject.ts'

/** Body of `POST /v1/state`. */
export const StateRequest = Subject.extend({
  locale: z
    .string()
    .max(20)
    .optional()
    .describe('Language of the texts, such as `fr`; what is not translated comes in English.'),
  explain: z
    .boolean()
    .optional()
    .describe(
      'Whether to say as well what is not for this user, and why: by its id, nothing of what it says. The debug panel asks for it.',
    ),
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
  remind: z
    .enum(['later', 'now'])
    .nullable()
    .describe(
      '`later` where this user may put it off, `now` where they did and it is time: then no event is waited for.',
    ),
})

const TourState = z.object({
  definition: TourView,
  eligible: z.boolean().describe('Whether it may come up by itself now.'),
  reason: z.string().describe('Why, or why not, in a sentence.'),
  offered: z
    .boolean()
    .describe('Whether its launcher is for this user, who has neither completed nor dismissed the tour.'),
  reached: z.string().nullable().describe('Id of the step at which this user stopped, on any device.'),
})

const AnnouncementState = z.object({
  definition: AnnouncementView,
  eligible: z.boolean().describe('Whether it may come up by itself now.'),
  reason: z.string().describe('Why, or why not, in a sentence.'),
  seenAt: z.iso
    .datetime()
    .nullable()
    .describe('When this user saw it, or closed it where it is a banner; null before.'),
})

const LeftOut = z.object({
  kind: z.enum(['checklist', 'announcement', 'banner']).describe('How it would be shown.'),
  id: z.string().describe('Name of the file that defines it.'),
  reason: z.string().describe('Why it is not for this user, or not yet, in a sentence.'),
})

/** Answer of `POST /v1/state`. */
export const State = z
  .object({
    programs: z
      .array(ProgramState)
      .describe("Programs that the user's account is enrolled in and that are for this user."),
    surveys: z.array(SurveyState).describe('Every survey, and whether this user may be asked now.'),
    tours: z.array(TourState).describe('Every tour, and how far this user got.'),
    announcements: z.array(AnnouncementState).describe('The announcements for this user, those of the past included.'),
    name: z
      .string()
      .nullable()
      .describe(
        'What a certificate is made out to: the name of the user; null where it is not known or nobody proves who they are.',
      ),
    help: HelpView,
    guided: z
      .enum(['guide', 'pages', 'all'])
      .nullable()
      .describe(
        'Which rules a browser needs, whoever is there: those of what leads and tells people (`guide`), of surveys, checklists and steps that wait for a page as well (`pages`), of the help panel too (`all`), or none.',
      ),
    leftOut: z
      .array(LeftOut)
      .optional()
      .describe(
        'Programs and announcements that are not for this user, or not out yet; only where `explain` asks for them.',
      ),
  })
  .openapi('State', { description: 'Everything a browser needs to decide what to show to its user now.' })
export type State = z.infer<typeof State>
