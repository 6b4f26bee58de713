import { z } from 'zod'
import { localeTag } from './article-address.ts'

/** A lower-case name with dashes: the id of a definition is the name of its file. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and dashes')

/** The name of an event as the product sends it: `object_action` in the past tense. */
export const EventName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use lower-case letters, digits and underscores')

/** The name of a measure: lower-case letters, digits and underscores. */
const MeasureName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use lower-case letters, digits and underscores')

/** An IETF language tag such as `en`, `fr` or `pt-BR`. */
export const Locale = z.string().regex(localeTag, 'use a language tag such as en or pt-BR')

/** What names a text: a comma in one that has no quotes begins the next name. */
const LocaleOfText = z
  .string()
  .regex(localeTag, 'use a language tag such as en or pt-BR, and quotes around a text with a comma')

/** A text for people: plain (English), or one text per locale. */
export const LocalizedText = z.union([z.string().min(1), z.record(LocaleOfText, z.string().min(1))])
export type LocalizedText = z.infer<typeof LocalizedText>

/**
 * Front matter of an article in `content/articles/<locale>/<category>/`. Only the title is required.
 *
 * @example
 * ```md
 * ---
 * title: Import students from a spreadsheet
 * description: Bring a whole class in at once.
 * ---
 * ```
 */
export const Article = z.object({
  /** The heading of the page and of its search result. */
  title: z.string().min(1),
  /** One sentence under the title and in search results. */
  description: z.string().optional(),
  /** Place within its category; lower comes first, articles without it follow by title. */
  order: z.number().optional(),
  /** Ids (`category/slug`) of articles to offer at the end; by default those nearest in content. */
  related: z.array(z.string()).optional(),
  /** Words that people search for and the article does not contain. */
  keywords: z.array(z.string()).optional(),
})
export type Article = z.infer<typeof Article>

/**
 * An optional `_category.yaml` in a folder of articles. Without it the folder's name is the title.
 */
export const Category = z.object({
  /** The heading of the category page; the name of the folder serves where it is left out. */
  title: z.string().min(1).optional(),
  /** One sentence under the heading. */
  description: z.string().optional(),
  /** Place on the home page; lower comes first. */
  order: z.number().optional(),
  /** Name of the icon shown on the home page. */
  icon: z.string().optional(),
})
export type Category = z.infer<typeof Category>

/** A query, and what comes first when somebody types it. */
const Pin = z.strictObject({
  /** What people type; other forms of its words count as the same. */
  query: z.string().min(1),
  /** Ids (`category/slug`) of the articles, best first. */
  articles: z.array(z.string()).min(1),
})

/**
 * What writers tell the search, `content/search.yaml`. The file is optional, and so is everything in it.
 *
 * @example
 * ```yaml
 * synonyms:
 *   en:
 *     - [learner, pupil, student]
 * pins:
 *   en:
 *     - { query: refund, articles: [account/cancel] }
 * ```
 */
export const SearchHints = z.strictObject({
  /** By language, groups of words or phrases that mean the same here. */
  synonyms: z.record(Locale, z.array(z.array(z.string().min(1)).min(2))).default({}),
  /** By language, queries with the articles that come first. */
  pins: z.record(Locale, z.array(Pin)).default({}),
})
export type SearchHints = z.infer<typeof SearchHints>

/** A path on this server; it begins with one slash. */
const Path = z.string().regex(/^\/(?!\/)\S*$/, 'use a path such as /help/planning/book-lesson/')

/**
 * Addresses that have moved, `content/redirects.yaml`: each old path with its new one, which may end in `#a-heading`.
 *
 * @example
 * ```yaml
 * /help/lessons/book/: /help/planning/book-lesson/
 * ```
 */
export const Redirects = z.record(Path, Path)
export type Redirects = z.infer<typeof Redirects>

/**
 * The tracking plan, `content/events.yaml`: every event and trait the team uses, with its meaning.
 * An event that a definition names and this file does not fails the build.
 */
export const TrackingPlan = z.strictObject({
  /** Events by name. */
  events: z.record(
    EventName,
    z.strictObject({
      /** What it means that this event was sent, in a sentence. */
      description: z.string().min(1),
      /** True where the event shows use of a feature: such events are counted by `features_used`. */
      feature: z.boolean().default(false),
      /** Properties the event carries, each with its meaning. */
      properties: z.record(z.string(), z.string().min(1)).default({}),
    }),
  ),
  /** Traits of a user (`identify`), each with its meaning. */
  userTraits: z.record(z.string(), z.string().min(1)).default({}),
  /** Traits of an account (`group`), each with its meaning. */
  accountTraits: z.record(z.string(), z.string().min(1)).default({}),
})
export type TrackingPlan = z.infer<typeof TrackingPlan>

/** Where a measure's value comes from. Without a source it is the account trait of the same name. */
const MeasureSource = z.union([
  /** How often an event was sent in the last `days` days. */
  z.strictObject({ count: EventName, days: z.number().int().positive() }),
  /** How many different feature events (see the tracking plan) were sent in the last `days` days. */
  z.strictObject({ distinctFeatures: z.literal(true), days: z.number().int().positive() }),
  /** Growth of an event's count: the last `days` days against the `days` before them. */
  z.strictObject({ growthOf: EventName, days: z.number().int().positive() }),
  /** State of the account's support requests: pending, resolved in the last `days` days, or none. */
  z.strictObject({
    tickets: z.strictObject({ opened: EventName, closed: EventName }),
    days: z.number().int().positive(),
  }),
  /** Mean answer to a question of a survey, over each person's latest answer in the last `days` days. */
  z.strictObject({ answersTo: z.string(), question: z.string(), days: z.number().int().positive() }),
  /** Whole days from today until the date in an account trait. */
  z.strictObject({ daysUntil: z.string() }),
])
export type MeasureSource = z.infer<typeof MeasureSource>

/** One measure of `content/measures.yaml`. One name has one meaning on every scorecard. */
export const Measure = z.strictObject({
  /** Name as people read it. */
  title: z.string().min(1),
  /** What is measured, in a sentence. */
  description: z.string().min(1),
  /** Kind of value: `count` is whole, `ratio` 1 = all, `growth` from -1, `level` one of `levels`. */
  type: z.enum(['count', 'ratio', 'growth', 'number', 'boolean', 'level']),
  /** Lowest value; without it 0 for a count or ratio, -1 for growth. */
  min: z.number().optional(),
  /** Highest value; without it there is none. */
  max: z.number().optional(),
  /** The words a `level` can have. */
  levels: z.array(z.string()).optional(),
  /** Where the value comes from. */
  source: MeasureSource.optional(),
})
export type Measure = z.infer<typeof Measure>

/** The catalogue of measures, `content/measures.yaml`. */
export const MeasureCatalogue = z.record(MeasureName, Measure)
export type MeasureCatalogue = z.infer<typeof MeasureCatalogue>

/** A row of a points table: values in the range, or the level, earn the points. */
const PointsRow = z.union([
  /**
   * A range such as `<5`, `5-10`, `>0-0.25`, `>20`, `2+` or `0`, in quotes. Where two share an endpoint it belongs to the
   * upper one; a range that begins with `>` or `<` excludes its bound.
   */
  z.strictObject({ range: z.union([z.string(), z.number()]), points: z.number() }),
  /** A level of the measure, or `true` / `false`. */
  z.strictObject({ level: z.union([z.string(), z.boolean()]), points: z.number() }),
])
export type PointsRow = z.infer<typeof PointsRow>

/** A band of scores, from its lowest score up to the next band. */
const Band = z.strictObject({
  /** Name of the band. */
  name: z.string().min(1),
  /** Lowest score in it, 0 to 100. */
  from: z.number().min(0).max(100),
  /** True where accounts in this band need somebody. */
  atRisk: z.boolean().default(false),
})

/**
 * A scorecard, `content/scorecards/<id>.yaml`: measures earn points, points add up to a score of 0 to 100.
 */
export const Scorecard = z.strictObject({
  /** Name as people read it. */
  title: z.string().min(1),
  /** Accounts whose `segment` trait is one of these are scored with this card; `default: true` takes the rest. */
  segments: z.array(z.string()).default([]),
  /** True for the one card that scores accounts which no other card names. */
  default: z.boolean().default(false),
  /** How measures become a score. */
  method: z.literal('points'),
  /** Share of the attainable points that must be known before a score is given, 0 to 1. */
  minimumCoverage: z.number().min(0).max(1).default(0.5),
  /** Components by name, each a set of measures with the points they earn. */
  components: z.record(
    MeasureName,
    z.strictObject({ title: z.string(), measures: z.record(MeasureName, z.array(PointsRow).min(1)) }),
  ),
  /** Bands, best first. */
  bands: z.array(Band).min(1),
})
export type Scorecard = z.infer<typeof Scorecard> & { id: string }
