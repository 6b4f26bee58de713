import { z } from '@hono/zod-openapi'
import { Scope } from './keys.ts'

/** Body of `POST /v1/session`. */
export const SessionRequest = z
  .object({ secretKey: z.string().min(1).max(200).describe('The secret key (`sk_…`).') })
  .openapi('SessionRequest', { description: 'What signs the console in.' })

/** Answer of `POST` and `GET /v1/session`. */
export const Session = z
  .object({
    expiresAt: z.iso.datetime().nullable().describe('When the session ends, in UTC; null where nobody is signed in.'),
    keyId: z.string().nullable().describe('Id of the key that it was opened with; null where nobody is signed in.'),
    scopes: z.array(Scope).describe('What that key may do; empty where nobody is signed in.'),
  })
  .openapi('Session', { description: "The console's session." })
export type Session = z.infer<typeof Session>
