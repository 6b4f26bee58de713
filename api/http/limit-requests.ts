import { createMiddleware } from 'hono/factory'
import { ApiError } from '../errors.ts'
import type { Env } from './env.ts'

/** Lets a key make as many requests a second as it may send messages. Comes after the middleware that asks for the key. */
export const limitRequests = createMiddleware<Env>(async (c, next) => {
  const wait = c.var.services.rateLimit(`${c.var.actor.keyId}:requests`, 1)
  if (wait > 0) {
    throw new ApiError('rate_limited', `This key asks too fast. Wait ${wait} s.`, { retryAfterSeconds: wait })
  }
  await next()
})
