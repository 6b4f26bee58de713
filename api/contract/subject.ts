import { z } from '@hono/zod-openapi'

/** Who a browser speaks for. A user needs `userHash` where the server has an `IDENTITY_SECRET`. */
export const Subject = z.object({
  /** The write key, where a beacon cannot send it as a header. */
  writeKey: z.string().optional(),
  /** The user as the product knows them. */
  userId: z.string().min(1).max(200).optional(),
  /** The visitor, before they are identified and after. */
  anonymousId: z.string().min(1).max(200).optional(),
  /** The user's account. */
  accountId: z.string().min(1).max(200).optional(),
  /** HMAC-SHA256 of the user id with the `IDENTITY_SECRET`, in hex. */
  userHash: z.string().max(64).optional(),
})
export type Subject = z.infer<typeof Subject>
