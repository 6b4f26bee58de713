import { z } from '@hono/zod-openapi'

/** A 95 % interval, whose bounds are said in some unit. */
export const interval = (unit: string) =>
  z.object({ lower: z.number().describe(`Lower bound, ${unit}.`), upper: z.number().describe(`Upper bound, ${unit}.`) })

/** Of a share. */
export const ShareInterval = interval('0 to 1')
