import { z } from '@hono/zod-openapi'

/** Body of `POST /v1/session`: signs the console in. */
export const SessionRequest = z.object({ secretKey: z.string().min(1).max(200) }).openapi('SessionRequest')

/** The console's session. */
export const Session = z.object({ expiresAt: z.iso.datetime() }).openapi('Session')
export type Session = z.infer<typeof Session>
