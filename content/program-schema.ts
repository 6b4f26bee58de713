import { z } from 'zod'
import { defaultLocale } from './article-address.ts'
import { Audience, Target, UrlPattern } from './guidance-schema.ts'
import { EventName, Locale, LocalizedText, Slug } from './schema.ts'

/** Something that helps with a step: an article of the help center, or any page. */
const Resource = z.strictObject({
  /** What the resource is. */
  type: z.enum(['article', 'video', 'template', 'link']),
  /** The words of the link. */
  title: LocalizedText,
  /** `category/slug` for an article; a URL or an absolute path otherwise. */
  target: z.string().min(1),
})

/** What completes a step. */
const Completion = z.union([
  z.strictObject({
    /** The event that completes the step, whoever of the account sends it. */
    event: EventName,
  }),
  z.strictObject({
    /** The page whose visit completes it: `?` and `#` count where they are written here, and `*` stands for anything. */
    url: UrlPattern,
  }),
  z.strictObject({
    /** The element that completes it by being seen on a page. */
    element: Target,
  }),
  z.strictObject({
    /** `hand`: the person says so, with a button in the checklist. It cannot be taken back. */
    by: z.literal('hand'),
  }),
])

/** One step of a program. */
const Step = z.strictObject({
  /** Name of the step within its program. */
  id: Slug,
  /** What to do, as the checklist says it. */
  title: LocalizedText,
  /** Why it is worth doing, in a sentence. */
  description: LocalizedText.optional(),
  /** Kind of work: something done in the product, read, met for, or connected. */
  type: z.enum(['action', 'learning', 'meeting', 'integration']).default('action'),
  /** Whether progress and completion count this step. */
  required: z.boolean().default(true),
  /** How long it takes, in minutes. */
  minutes: z.number().int().positive().optional(),
  /** What completes the step for the whole account, whoever of its users does it. */
  completesOn: Completion,
  /** Where in the product the step is done: a URL or an absolute path. */
  url: z.string().optional(),
  /** Id of the tour that shows how it is done. */
  tour: Slug.optional(),
  /** What helps with it. */
  resources: z.array(Resource).default([]),
})
type Step = z.infer<typeof Step>

/** Reserved criterion: reached when every required step is completed. */
export const allRequiredStepsCompleted = 'all_required_steps_completed'

/** A certificate that the browser draws, with the name of the person and the day. */
const Certificate = z.strictObject({
  /** The heading. */
  title: LocalizedText,
  /** What it certifies, in a sentence under the name. */
  text: LocalizedText.optional(),
})

/** What somebody can tell others. */
const Share = z.strictObject({
  /** What they say, for them to change. */
  text: LocalizedText,
  /** The page that it leads to. */
  url: z.string().regex(/^(\/(?!\/)|https:\/\/)\S+$/, 'use a path such as /about, or an address with https'),
})

/** A point on the way that is worth celebrating. */
const Milestone = z.strictObject({
  /** Name of the milestone within its program. */
  id: Slug,
  /** What has been reached. */
  title: LocalizedText,
  /** The words of the celebration. */
  celebration: LocalizedText.optional(),
  /** Day after enrolment by which it should be reached. */
  targetDay: z.number().int().nonnegative().optional(),
  /**
   * Completion events (not step ids), all of which must have happened; or `all_required_steps_completed`. A step that
   * completes without an event is named by `{ step: id }`.
   */
  criteria: z.array(z.union([EventName, z.strictObject({ step: Slug })])).min(1),
  /** A certificate to keep. */
  certificate: Certificate.optional(),
  /** Something to share. */
  share: Share.optional(),
})

/**
 * An onboarding program, `content/programs/<id>.yaml`.
 *
 * @example
 * ```yaml
 * title: First week
 * segments: [self_serve]
 * steps:
 *   - { id: invite, title: Invite your team, completesOn: { event: team_invited } }
 * ```
 */
export const Program = z.strictObject({
  /** Name of the program as people read it. */
  title: LocalizedText,
  /** A sentence under the title. */
  description: LocalizedText.optional(),
  /** Languages in which every text of this file must be given. */
  locales: z.array(Locale).min(1).default([defaultLocale]),
  /** Accounts whose `segment` trait is one of these are enrolled. */
  segments: z.array(z.string().min(1)).min(1),
  /** Whose progress is counted: `account` shares one checklist among its users. */
  scope: z.enum(['account']).default('account'),
  /** Whose users see its checklist; the rest of an enrolled account does not. */
  audience: Audience.optional(),
  /** Pages on which the checklist is shown; without any, on all. */
  urls: z.array(UrlPattern).default([]),
  /** `free`: steps can be done in any order. `in-order`: a step waits for the required ones above it. */
  order: z.enum(['free', 'in-order']).default('free'),
  /** Days the program is meant to take. */
  durationDays: z.number().int().positive().optional(),
  /** Days without a newly completed step after which an enrolment counts as stalled. */
  stalledAfterDays: z.number().int().positive().default(3),
  /** The steps, in the order in which they are offered. */
  steps: z.array(Step).min(1),
  /** The milestones. */
  milestones: z.array(Milestone).default([]),
})
/** A program as its file says it. */
export type ProgramFile = z.infer<typeof Program> & { id: string }

/** A program in which every step has its event, and every criterion is one. */
export type Program = Omit<ProgramFile, 'steps' | 'milestones'> & {
  steps: (Omit<Step, 'completesOn'> & { completesOn: Step['completesOn'] & { event: string } })[]
  milestones: (Omit<ProgramFile['milestones'][number], 'criteria'> & { criteria: string[] })[]
}
