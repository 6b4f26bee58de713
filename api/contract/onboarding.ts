import { z } from '@hono/zod-openapi'

/** A step or milestone that was reached, and when. */
const Reached = z.object({ id: z.string(), at: z.iso.datetime() })

/** An account's way through a program, derived from its facts. */
export const Enrolment = z
  .object({
    /** Id of the program. */
    program: z.string(),
    status: z.enum(['not_started', 'in_progress', 'stalled', 'completed']),
    /** 0 to 100, over required steps (over all steps where none is required). */
    progress: z.number().int().min(0).max(100),
    /** The first incomplete required step; null when none is left. */
    nextStep: z.string().nullable(),
    completedSteps: z.array(Reached),
    milestones: z.array(Reached),
    startedAt: z.iso.datetime(),
    completedAt: z.iso.datetime().nullable(),
  })
  .openapi('Enrolment')
export type Enrolment = z.infer<typeof Enrolment>

/** Answer of `GET /v1/accounts/{id}/onboarding`. */
export const Onboarding = z
  .object({ data: z.array(Enrolment), nextCursor: z.string().nullable() })
  .openapi('Onboarding')
