import { z } from '@hono/zod-openapi'

/** Who a browser speaks for: part of every body that a browser sends. */
export const Subject = z.object({
  writeKey: z.string().optional().describe('The write key, where a beacon cannot send it as a header.'),
  userId: z.string().min(1).max(200).optional().describe('The user as the product knows them.'),
  anonymousId: z.string().min(1).max(200).optional().describe('The visitor, before they are identified and after.'),
  accountId: z.string().min(1).max(200).optional().describe("The user's account; else that of their latest `group`."),
  userHash: z
    .string()
    .max(129)
    .nullish()
    .describe(
      'HMAC-SHA256 of the user id with the `IDENTITY_SECRET`, in hex. Where the server has that secret, a user or account needs it. Where it verifies accounts too, an account needs a dot behind it and the HMAC of account id, line break and user id.',
    ),
})
export type Subject = z.infer<typeof Subject>
