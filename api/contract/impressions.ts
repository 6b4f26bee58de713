import { z } from '@hono/zod-openapi'
import { Subject } from './subject.ts'

/** Body of `POST /v1/impressions`: a browser is about to show something, or its user closed it. */
export const ImpressionRequest = Subject.extend({
  kind: z.enum(['survey', 'milestone', 'checklist']),
  /** Id of what is shown; a milestone is `<program>/<milestone>`. */
  id: z.string().min(1).max(200),
  action: z.enum(['shown', 'dismissed', 'resumed']),
  /** True where the user or the host page asked for it, so that no cap applies. */
  forced: z.boolean().default(false),
}).openapi('ImpressionRequest')
export type ImpressionRequest = z.input<typeof ImpressionRequest>

/** Whether it may be shown. Of several tabs and devices that ask, one is granted. */
export const Impression = z.object({ granted: z.boolean(), reason: z.string() }).openapi('Impression')
export type Impression = z.infer<typeof Impression>
