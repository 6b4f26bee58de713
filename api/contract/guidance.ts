import { z } from '@hono/zod-openapi'

const Run = z.object({
  text: z.string().describe('The words.'),
  mark: z.enum(['strong', 'em', 'code']).optional().describe('How they stand out, if they do.'),
  href: z.string().optional().describe('Where they lead, if they do.'),
})

const Block = z.object({
  kind: z.enum(['paragraph', 'item']).describe('A paragraph, or an item of a list.'),
  runs: z.array(Run).describe('Its words, in order.'),
})

const Text = z.array(Block).describe('The words, taken apart: text only, never markup.')
export type TextView = z.infer<typeof Text>

export const Target = z.object({
  selectors: z.array(z.string()).describe('CSS selectors, tried in order.'),
  text: z.string().nullable().describe('The words of the element, tried last.'),
})
export type TargetView = z.infer<typeof Target>

const Picture = z.object({
  src: z.string().describe('A URL, or a path on this server.'),
  alt: z.string().describe('What it shows.'),
})
export type PictureView = z.infer<typeof Picture>

const Start = z.object({
  url: z.string().nullable().describe('A page on which it comes up; `*` stands for anything.'),
  event: z.string().nullable().describe('An event of the person after which it comes up.'),
  delaySeconds: z.number().int().describe('Seconds after the event, else after the page was reached.'),
})
export type StartView = z.infer<typeof Start>

const Advance = z.object({
  on: z.enum(['click', 'input', 'url', 'event']).describe('What the person does instead of pressing "Next".'),
  value: z.string().nullable().describe('The page or the event; null where it is about the target.'),
})

const TourStep = z.object({
  id: z.string().describe('Name of the step within its tour.'),
  kind: z
    .enum(['tip', 'hotspot', 'modal'])
    .describe('`tip` and `hotspot` stand beside the target, `modal` in the middle of a page that waits.'),
  target: Target.nullable().describe('The element that it is about; null for a `modal`.'),
  title: z.string().describe('The heading.'),
  text: Text,
  image: Picture.nullable().describe('A picture above the words.'),
  placement: z
    .enum(['auto', 'top', 'bottom', 'start', 'end'])
    .describe('The side of the target where it stands if there is room.'),
  url: z.string().nullable().describe('The page of the step.'),
  advance: Advance.nullable().describe('What leads on; null where "Next" does.'),
  waitSeconds: z.number().describe('Seconds for which a missing target is waited for.'),
  ifMissing: z.enum(['skip', 'center', 'end']).describe('What then happens with the step, or the tour.'),
})

/** A tour as served, its texts in one language. */
export const TourView = z
  .object({
    id: z.string().describe('Name of the file that defines it.'),
    title: z.string().describe('Name of the tour as people read it.'),
    start: Start.nullable().describe('When it comes up by itself; null where it has to be opened.'),
    launcher: z
      .object({
        target: Target.describe('The element.'),
        url: z.string().nullable().describe('The page that it is on.'),
      })
      .nullable()
      .describe('The element that carries the beacon which opens the tour.'),
    completionEvent: z.string().nullable().describe('An event that is sent when the tour was completed.'),
    steps: z.array(TourStep).describe('The steps, in order.'),
  })
  .openapi('Tour', { description: 'A tour, its texts in the language that was asked for.' })
export type TourView = z.infer<typeof TourView>

const Action = z.object({
  title: z.string().describe('The words of the button.'),
  type: z.enum(['link', 'article', 'open']).describe('`open` shows a tour, survey or program; the others lead away.'),
  target: z
    .string()
    .describe('A URL, a path, or an id. A path of an article is one on this server, which was not told its address.'),
})

/** The help panel as served. */
export const HelpView = z
  .object({
    url: z
      .string()
      .nullable()
      .describe('Where its pages are, without a slash at the end; null where the server was not told (`PUBLIC_URL`).'),
    locale: z.string().describe('The language of the help center that is nearest to the one asked for.'),
    launcher: z
      .object({
        corner: z.enum(['end', 'start']).describe('The corner at the bottom where it stands.'),
        pages: z.array(z.string()).describe('The pages that have it; `*` stands for anything.'),
      })
      .nullable()
      .describe('The button that opens the panel; null where this user has none.'),
    suggestions: z
      .array(
        z.object({
          url: z.string().describe('A page; `*` stands for anything.'),
          articles: z.array(z.string()).describe('Articles as `category/slug`, the most likely first.'),
        }),
      )
      .describe('What to suggest where.'),
  })
  .openapi('HelpPanel', { description: 'The help center within a product.' })
export type HelpView = z.infer<typeof HelpView>

/** An announcement as served, its texts in one language. */
export const AnnouncementView = z
  .object({
    id: z.string().describe('Name of the file that defines it.'),
    title: z.string().describe('The heading.'),
    text: Text,
    form: z.enum(['slide-in', 'modal', 'banner']).describe('How it is shown.'),
    edge: z.enum(['top', 'bottom']).describe('The edge of a banner.'),
    pushes: z.boolean().describe('Whether a banner moves the page aside.'),
    image: Picture.nullable().describe('A picture above the words.'),
    actions: z.array(Action).describe('What one can do about it.'),
    start: Start.nullable().describe('When it comes up; null for any page.'),
    from: z.string().nullable().describe('The first day on which it is shown.'),
  })
  .openapi('Announcement', { description: 'An announcement, its texts in the language that was asked for.' })
export type AnnouncementView = z.infer<typeof AnnouncementView>
