import { z } from 'zod'
import { defaultLocale } from './article-address.ts'
import { EventName, Locale, LocalizedText, Slug } from './schema.ts'

/** A page of your product by its path, or by its whole address. */
export const UrlPattern = z.string().regex(/^(\/(?!\/)|https?:\/\/)\S*$/, 'use a path such as /planning or /students/*')

const TraitValues = z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)).default({})

/** Whom it is for: everybody, unless something narrows it. All that is given must fit. */
export const Audience = z.strictObject({
  /** Accounts whose `segment` trait is one of these. */
  segments: z.array(z.string().min(1)).default([]),
  /** Accounts whose `plan` trait is one of these. */
  plans: z.array(z.string().min(1)).default([]),
  /** Traits of the account, each with the values that fit. */
  accountTraits: TraitValues,
  /** Traits of the user, each with the values that fit. */
  userTraits: TraitValues,
})
export type Audience = z.infer<typeof Audience>

/** When it comes up by itself. With both, after the event and on such a page. */
const Start = z.strictObject({
  /** A page: `?` and `#` count where they are written here, and `*` stands for anything. */
  url: UrlPattern.optional(),
  /** An event that the person sends. */
  event: EventName.optional(),
  /** Seconds after the event, else after the page was reached. */
  delaySeconds: z.number().int().nonnegative().default(0),
})

/** An element of the page: the first that can be seen. Shadow trees that are open are searched too. */
export const Target = z.union([
  /** A CSS selector. */
  z.string().min(1),
  /** Several ways to find it, tried in this order. */
  z.strictObject({
    /** Value of its attribute `data-cairn`, which no change of style or structure touches. */
    cairn: z.string().min(1).optional(),
    /** A CSS selector. */
    css: z.string().min(1).optional(),
    /** The words of a button, link, label or heading. */
    text: LocalizedText.optional(),
  }),
])
export type Target = z.infer<typeof Target>

/** A picture beside a text. */
const Picture = z.strictObject({
  /** A URL, or a path on your Cairn server. */
  src: z
    .string()
    .regex(/^(\/(?!\/)|https:\/\/)\S+$/, 'use a path such as /pictures/week.png, or an address with https'),
  /** What it shows, for those who do not see it. */
  alt: LocalizedText,
})
export type Picture = z.infer<typeof Picture>

/** One step of a tour. */
const TourStep = z.strictObject({
  /** Name of the step within its tour. */
  id: Slug,
  /**
   * `tip` beside its target, the rest of the page dimmed; `hotspot` the same without dimming; `modal` in the middle,
   * which is what a step without a target is.
   */
  kind: z.enum(['tip', 'hotspot', 'modal']).default('tip'),
  /** What is spoken of. */
  target: Target.optional(),
  /** The heading. */
  title: LocalizedText,
  /** A few words; `**bold**`, `*italic*`, `[links](…)`, lists with `-` and paragraphs are understood. */
  text: LocalizedText.optional(),
  /** A picture above the words. */
  image: Picture.optional(),
  /** The side of the target on which the tip stands where there is room. */
  placement: z.enum(['auto', 'top', 'bottom', 'start', 'end']).default('auto'),
  /** The page of the step: whoever comes here with "Next" is taken to it. */
  url: UrlPattern.optional(),
  /** What takes the place of "Next": the person uses the target, reaches a page, or sends an event. */
  advanceOn: z
    .union([
      z.enum(['click', 'input']),
      z.strictObject({
        /** The page to be reached. */
        url: UrlPattern,
      }),
      z.strictObject({
        /** The event to be sent. */
        event: EventName,
      }),
    ])
    .optional(),
  /** Seconds for which a target that is not there is waited for. */
  waitSeconds: z.number().min(0).max(60).default(5),
  /** What then happens: the step is left out, or shown in the middle, or the tour ends. */
  ifMissing: z.enum(['skip', 'center', 'end']).default('skip'),
})
export type TourStep = z.infer<typeof TourStep>

/**
 * A tour, `content/tours/<id>.yaml`: a walk from element to element. One step with a launcher is a hotspot.
 *
 * @example
 * ```yaml
 * title: The calendar
 * start: { url: /planning }
 * steps:
 *   - { id: week, target: { cairn: week }, title: Your week, text: All lessons of all instructors. }
 * ```
 */
export const Tour = z.strictObject({
  /** Name of the tour as people read it. */
  title: LocalizedText,
  /** Languages in which every text of this file must be given. */
  locales: z.array(Locale).min(1).default([defaultLocale]),
  /** Whom it is for. */
  audience: Audience.optional(),
  /** When it comes up by itself, once for each person. Without it, only where somebody opens it. */
  start: Start.optional(),
  /** A beacon at an element, by which people open the tour. It goes away once they have. */
  launcher: z
    .strictObject({
      /** The element. */
      target: Target,
      /** The page that it is on. */
      url: UrlPattern.optional(),
    })
    .optional(),
  /** An event that is sent when the last step was reached and left, such as one that completes a step of a program. */
  completionEvent: EventName.optional(),
  /** The steps, in order. */
  steps: z.array(TourStep).min(1),
})
export type Tour = z.infer<typeof Tour> & { id: string }

const Day = z.iso.date('use a day such as 2026-12-31')

/** A button of an announcement. */
const AnnouncementAction = z.strictObject({
  /** The words of the button. */
  title: LocalizedText,
  /** `link` leads to a page, `article` to one of the help center, `open` shows a tour, survey or program. */
  type: z.enum(['link', 'article', 'open']).default('link'),
  /** A URL or an absolute path; `category/slug` of an article; or the id of what is opened. */
  target: z.string().min(1),
})

/**
 * An announcement, `content/announcements/<id>.yaml`: something to tell, once to each person.
 *
 * @example
 * ```yaml
 * title: Invoices by text message
 * text: Your students can now get their invoice where they read everything else.
 * actions: [{ title: How it works, type: article, target: invoicing/send-invoice }]
 * ```
 */
export const Announcement = z.strictObject({
  /** The heading. */
  title: LocalizedText,
  /** What there is to say; `**bold**`, `*italic*`, `[links](…)`, lists with `-` and paragraphs are understood. */
  text: LocalizedText,
  /** Languages in which every text of this file must be given. */
  locales: z.array(Locale).min(1).default([defaultLocale]),
  /**
   * `slide-in` in a corner; `modal` in the middle, and the page waits; `banner` along an edge on every page until it is
   * closed.
   */
  form: z.enum(['slide-in', 'modal', 'banner']).default('slide-in'),
  /** The edge of a banner. */
  edge: z.enum(['top', 'bottom']).default('top'),
  /** True where a banner moves the page aside, which it otherwise covers. */
  pushes: z.boolean().default(false),
  /** A picture above the words; a banner has none. */
  image: Picture.optional(),
  /** What one can do about it: the first is the button that stands out. */
  actions: z.array(AnnouncementAction).max(2).default([]),
  /** Whom it is for. */
  audience: Audience.optional(),
  /** When it comes up; without it, on any page. */
  start: Start.optional(),
  /** The first day (UTC) on which it is shown. */
  from: Day.optional(),
  /** The last day (UTC) on which it comes up. */
  until: Day.optional(),
})
export type Announcement = z.infer<typeof Announcement> & { id: string }

/**
 * How often Cairn may come up by itself, `content/interruptions.yaml`: surveys, tours and announcements together, for one
 * person on all devices. Celebrations, banners and what people open themselves do not count.
 */
export const Interruptions = z.strictObject({
  /** In 24 hours. */
  perDay: z.number().int().nonnegative().default(3),
  /** In 7 days. */
  perWeek: z.number().int().nonnegative().default(6),
})
export type Interruptions = z.infer<typeof Interruptions>

/**
 * The help panel, `content/help-panel.yaml`: the help center within your product. Without the file there is no button for it.
 *
 * @example
 * ```yaml
 * pages: [/app/*]
 * suggestions:
 *   - { url: /app/planning, articles: [planning/book-lesson, planning/conflicts] }
 * ```
 */
export const HelpPanel = z.strictObject({
  /** Whether a button in a corner opens it. Your own buttons call `cairn.open('help')`. */
  launcher: z.boolean().default(true),
  /** The corner at the bottom where it stands: at the end of a line, or at the start. */
  corner: z.enum(['end', 'start']).default('end'),
  /** The pages that have the button; without them, all. */
  pages: z.array(UrlPattern).min(1).default(['/*']),
  /** Whom the button is for. */
  audience: Audience.optional(),
  /** What is suggested where. Elsewhere it is what a search for the heading of the page finds, else what is read most. */
  suggestions: z
    .array(
      z.strictObject({
        /** The page. The first that fits counts. */
        url: UrlPattern,
        /** Articles as `category/slug`, the most likely first. */
        articles: z.array(z.string().min(1)).min(1).max(6),
      }),
    )
    .default([]),
})
export type HelpPanel = z.infer<typeof HelpPanel>
