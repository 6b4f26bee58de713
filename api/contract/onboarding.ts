import { z } from '@hono/zod-openapi'

const reached = (what: string) =>
  z.object({
    id: z.string().describe(`Id of the ${what}.`),
    at: z.iso.datetime().describe('When it was reached, in UTC: the time of the event itself.'),
  })

/** A row of `GET /v1/accounts/{id}/onboarding`, and a part of `POST /v1/state`. */
export const Enrolment = z
  .object({
    program: z.string().describe('Id of the program.'),
    status: z
      .enum(['not_started', 'in_progress', 'stalled', 'completed'])
      .describe("Where it stands. `stalled` once no step was completed for the program's `stalledAfterDays`."),
    progress: z
      .number()
      .int()
      .min(0)
      .max(100)
      .describe('Percent of the required steps that are completed (of all steps where none is required).'),
    nextStep: z.string().nullable().describe('Id of the first incomplete required step; null when none is left.'),
    completedSteps: z.array(reached('step')).describe("Completed steps, in the program's order."),
    milestones: z.array(reached('milestone')).describe("Milestones that were reached, in the program's order."),
    startedAt: z.iso
      .datetime()
      .describe('When the account was enrolled, in UTC: the time of the `group` message that did it.'),
    completedAt: z.iso
      .datetime()
      .nullable()
      .describe('When the last required step was completed, in UTC; null before.'),
  })
  .openapi('Enrolment', {
    description: "An account's way through a program, derived from its facts.",
    example: {
      program: 'school-setup',
      status: 'in_progress',
      progress: 40,
      nextStep: 'vehicles',
      completedSteps: [
        { id: 'school-info', at: '2026-03-02T08:06:00.000Z' },
        { id: 'team', at: '2026-03-02T08:15:30.000Z' },
      ],
      milestones: [],
      startedAt: '2026-03-02T08:00:00.000Z',
      completedAt: null,
    },
  })
export type Enrolment = z.infer<typeof Enrolment>

/** Answer of `GET /v1/accounts/{id}/onboarding`. */
export const Onboarding = z
  .object({
    data: z.array(Enrolment).describe('The enrolments, the earliest first.'),
    nextCursor: z.string().nullable().describe('Always null: an account has few.'),
  })
  .openapi('Onboarding', { description: 'The programs that an account is enrolled in, and how far it has got.' })
