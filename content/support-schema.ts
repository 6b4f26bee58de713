import { z } from 'zod'
import { LocalizedText, Locale } from './schema.ts'
import { severityNames } from './support-times.ts'

const SeverityName = z.enum(severityNames)

/** Minutes, hours or days, such as `30m`, `4h` or `7d`; they count around the clock. */
const Duration = z.string().regex(/^[1-9]\d{0,3}[mhd]$/, 'use minutes, hours or days, such as 30m, 4h or 7d')

/** How serious a request is, as the person who sends it chooses. */
const Severity = z.strictObject({
  /** What it means for the person, in their own words: a choice of the contact form. */
  title: LocalizedText,
  /** An example of it. */
  description: LocalizedText.optional(),
})

/** What is promised for a severity. */
const Times = z.strictObject({
  /** Until a person answers, such as `4h`. */
  firstResponse: Duration,
  /** Until it is solved, such as `24h` or `7d`. */
  resolution: Duration,
})

/** What customers on some plans are promised. */
const SupportTier = z.strictObject({
  /** Names the tier in requests; keep it once it is in use. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and dashes'),
  /** Name as people read it. */
  title: LocalizedText,
  /** Values of the account trait `plan` that it is for. */
  plans: z.array(z.string().min(1)).default([]),
  /** True for the one tier of everybody else, also of people who are not known. */
  default: z.boolean().default(false),
  /** The promise for each severity. */
  times: z.record(SeverityName, Times),
})

/**
 * How soon the support team answers and solves, `content/support.yaml`: tiers by plan, each with its times by severity.
 */
export const Support = z.strictObject({
  /** Languages that every text here is written in. */
  locales: z.array(Locale).min(1).default(['en']),
  /** The severities that a request can have, P0 the most serious. */
  severities: z.record(SeverityName, Severity),
  /** Tiers, in the order in which they are shown. */
  tiers: z.array(SupportTier).min(1),
})
export type Support = z.infer<typeof Support>
