import { z } from '@hono/zod-openapi'

/** Body of `POST /v1/session`: signs the console in. */
export const SessionRequest = z.object({ secretKey: z.string().min(1).max(200) }).openapi('SessionRequest')

/** The console's session: when it ends; null where nobody is signed in. */
export const Session = z.object({ expiresAt: z.iso.datetime().nullable() }).openapi('Session')
export type Session = z.infer<typeof Session>
