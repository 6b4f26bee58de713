import { z } from '@hono/zod-openapi'
import { Subject } from './subject.ts'

/** Body of `POST /v1/shown`. */
export const ImpressionRequest = Subject.extend({
  kind: z
    .enum(['survey', 'milestone', 'checklist', 'tour', 'announcement', 'banner'])
    .describe('What kind of thing it is.'),
  id: z
    .string()
    .min(1)
    .max(200)
    .describe('Id of what is shown; a milestone is `<program>/<milestone>`, a step that was reached `<tour>/<step>`.'),
  action: z
    .enum(['shown', 'dismissed', 'postponed', 'resumed', 'reached', 'completed'])
    .describe(
      '`shown` asks for the right to show it, `dismissed` says it was closed, `postponed` that a survey is to be asked once more after its `remindAfterDays`, `resumed` that it was called back, `reached` that a step of a tour was, `completed` that the tour was.',
    ),
  forced: z
    .boolean()
    .default(false)
    .describe('True where the user or the host page asked for it: no cap applies, and it is no interruption.'),
}).openapi('ImpressionRequest', {
  description: 'A browser is about to show something, or its user closed it. Needs a `userId` or an `anonymousId`.',
})
export type ImpressionRequest = z.input<typeof ImpressionRequest>

/** Answer of `POST /v1/shown`. */
export const Impression = z
  .object({
    granted: z.boolean().describe('True where it may be shown.'),
    reason: z.string().describe('Why, or why not, in a sentence.'),
  })
  .openapi('Impression', {
    description: 'Whether it may be shown. Of several tabs and devices that ask, one is granted.',
  })
export type Impression = z.infer<typeof Impression>
