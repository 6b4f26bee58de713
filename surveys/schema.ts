import { z } from 'zod'

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and dashes')
const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'use a language tag such as en or pt-BR')

/** A text for people: plain (English), or one text per locale. */
const LocalizedText = z.union([z.string().min(1), z.record(Locale, z.string().min(1))])

/** Which answers lead to a question: those to an earlier question that lie within the bounds or are in the list. */
const Condition = z.strictObject({
  /** The earlier question. */
  question: Slug,
  /** Lowest score that leads here. */
  min: z.number().optional(),
  /** Highest score that leads here. */
  max: z.number().optional(),
  /** Choices that lead here. */
  in: z.array(z.string()).optional(),
})
export type Condition = z.infer<typeof Condition>

/** One question. */
const Question = z.strictObject({
  /** Name of the question within its survey, and of its answer in a response. */
  id: Slug,
  /** `nps` is 0 to 10; `csat` and `ces` are 1 to 5, 5 is best; `choice` one of `choices`; `text` free; `yes-no` a boolean. */
  type: z.enum(['nps', 'csat', 'ces', 'choice', 'text', 'yes-no']),
  /** The question itself. */
  text: LocalizedText,
  /** Whether it can be left without an answer. */
  required: z.boolean().default(false),
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
  /** What is measured; decides which statistics the results have. */
  kind: z.enum(['nps', 'csat', 'ces', 'exit']),
  /** Languages in which every text of this file must be given. */
  locales: z.array(Locale).min(1).default(['en']),
  /** When it is offered: after an event of the person, `delaySeconds` later. Without it, only `open(id)` shows it. */
  trigger: z.strictObject({ event: z.string(), delaySeconds: z.number().int().nonnegative().default(0) }).optional(),
  /** Days for which a person who was asked is not asked again. */
  repeatAfterDays: z.number().int().positive().default(90),
  /** The questions, in order. */
  questions: z.array(Question).min(1),
  /** What is said after the last answer. */
  thanks: LocalizedText.optional(),
})
export type Survey = z.infer<typeof Survey> & { id: string }
