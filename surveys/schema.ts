import { z } from 'zod'

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and dashes')
const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'use a language tag such as en or pt-BR')

/** What names a text: a comma in one that has no quotes begins the next name. */
const LocaleOfText = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'use a language tag such as en or pt-BR, and quotes around a text with a comma')

/** A text for people: plain (English), or one text per locale. */
const LocalizedText = z.union([z.string().min(1), z.record(LocaleOfText, z.string().min(1))])

// These two are those of content/guidance-schema.ts, which a survey must not import.
const UrlPattern = z.string().regex(/^(\/(?!\/)|https?:\/\/)\S*$/, 'use a path such as /planning or /students/*')
const TraitValues = z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)).default({})

/** Whom it is for: everybody, unless something narrows it. All that is given must fit. */
const Audience = z.strictObject({
  /** Accounts whose `segment` trait is one of these. */
  segments: z.array(z.string().min(1)).default([]),
  /** Accounts whose `plan` trait is one of these. */
  plans: z.array(z.string().min(1)).default([]),
  /** Traits of the account, each with the values that fit. */
  accountTraits: TraitValues,
  /** Traits of the user, each with the values that fit. */
  userTraits: TraitValues,
})

/** When it is offered. All that is given must hold. */
const Trigger = z.strictObject({
  /** An event of the person. */
  event: z.string().optional(),
  /** A page: `?` and `#` count where they are written here, and `*` stands for anything. */
  url: UrlPattern.optional(),
  /** Seconds after the event, else after the page was reached. */
  delaySeconds: z.number().int().nonnegative().default(0),
  /**
   * Days since the person signed up: since the trait `createdAt` (or `created_at`) of the user, else since they were first
   * heard of. A visitor has not signed up.
   */
  daysAfterSignup: z.number().int().nonnegative().optional(),
  /** Percent of all people who are asked: always the same ones, on every device. */
  percentage: z.number().positive().max(100).default(100),
})

/** Which answers lead to a question: those to an earlier question that lie within the bounds or are in the list. */
const Condition = z.strictObject({
  /** The earlier question. */
  question: Slug,
  /** Lowest score that leads here. */
  min: z.number().optional(),
  /** Highest score that leads here. */
  max: z.number().optional(),
  /** Choices that lead here; of several that were made, one is enough. `true` and `false` stand for yes and no. */
  in: z.array(z.string()).optional(),
})
export type Condition = z.infer<typeof Condition>

/** One question. */
const Question = z.strictObject({
  /** Name of the question within its survey, and of its answer in a response. */
  id: Slug,
  /**
   * `nps` is 0 to 10; `csat` and `ces` are 1 to 5, 5 is best; `choice` one of `choices`, `multiple-choice` any of them;
   * `text` free; `yes-no` a boolean.
   */
  type: z.enum(['nps', 'csat', 'ces', 'choice', 'multiple-choice', 'text', 'yes-no']),
  /** The question itself. */
  text: LocalizedText,
  /** Whether it can be left without an answer. */
  required: z.boolean().default(false),
  /** What the scores of a `csat` question look like. */
  display: z.enum(['numbers', 'stars', 'faces']).default('numbers'),
  /** Words under the lowest score. */
  lowLabel: LocalizedText.optional(),
  /** Words under the highest score. */
  highLabel: LocalizedText.optional(),
  /** What can be chosen. */
  choices: z.array(z.strictObject({ value: z.string(), text: LocalizedText })).optional(),
  /** Asked only when this holds; always when absent. */
  showIf: Condition.optional(),
})
export type Question = z.infer<typeof Question>

/**
 * A survey, `surveys/definitions/<id>.yaml`.
 *
 * @example
 * ```yaml
 * kind: nps
 * trigger: { event: school_went_live, delaySeconds: 5 }
 * questions:
 *   - { id: score, type: nps, text: How likely are you to recommend us?, required: true }
 * ```
 */
export const Survey = z.strictObject({
  /** What is measured; decides which statistics the results have. A `poll` measures nothing but what was chosen. */
  kind: z.enum(['nps', 'csat', 'ces', 'exit', 'poll']),
  /** Languages in which every text of this file must be given. */
  locales: z.array(Locale).min(1).default(['en']),
  /** Whom it is for. */
  audience: Audience.optional(),
  /** When it is offered. Without it, only `open(id)` shows it. */
  trigger: Trigger.optional(),
  /** Days for which a person who was asked is not asked again; with an `nps` question at least 90, whichever file asks it. */
  repeatAfterDays: z.number().int().positive().default(90),
  /**
   * Days after which whoever chooses "Remind me later" is asked once more, fewer than `repeatAfterDays`. Without it, nothing
   * offers that.
   */
  remindAfterDays: z.number().int().positive().optional(),
  /** The questions, in order. */
  questions: z.array(Question).min(1),
  /** What is said after the last answer. */
  thanks: LocalizedText.optional(),
})
export type Survey = z.infer<typeof Survey> & { id: string }
