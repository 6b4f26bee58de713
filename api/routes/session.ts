import { createRoute } from '@hono/zod-openapi'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { Session, SessionRequest } from '../contract/session.ts'
import { ApiError } from '../errors.ts'
import { readSession, sessionCookie, sessionSeconds } from '../http/authenticate.ts'
import { equalSecrets } from '../keys.ts'
import { failures, json, jsonBody } from './responses.ts'
import { router } from './router.ts'

const path = '/v1/session'
const tags = ['Console']
const errors = failures('bad_request', 'unauthorized', 'payload_too_large', 'unsupported', 'invalid', 'rate_limited')

/** The console's session: a signed cookie that only this origin sends, and that ends when the secret key changes. */
export function sessionRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path,
        operationId: 'signIn',
        security: [],
        tags,
        summary: 'Sign in to the console',
        description:
          'Takes the secret key once and sets a cookie that lasts 12 hours. The cookie stands for the key from then on.',
        request: { body: jsonBody(SessionRequest) },
        responses: { 200: json(Session, 'Signed in'), ...errors },
      }),
      async (c) => {
        const { keys, now, settings, signInLimit } = c.var.services
        if (!equalSecrets(c.req.valid('json').secretKey, keys.secret)) {
          // Only wrong keys count, so that nobody can lock the team out.
          const wait = signInLimit('sign-in', 1)
          if (wait > 0) {
            throw new ApiError('rate_limited', 'Too many attempts to sign in. Wait a moment.', {
              retryAfterSeconds: wait,
            })
          }
          throw new ApiError(
            'unauthorized',
            'This is not the secret key. It is in the file secret-key of the data folder.',
          )
        }
        const until = now() + sessionSeconds * 1000
        await setSignedCookie(c, sessionCookie, String(until), keys.secret, {
          httpOnly: true,
          sameSite: 'Strict',
          secure: (settings.publicUrl ?? c.req.url).startsWith('https:'),
          path: '/v1',
          maxAge: sessionSeconds,
        })
        return c.json({ expiresAt: new Date(until).toISOString() }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path,
        operationId: 'readSession',
        security: [],
        tags,
        summary: 'Ask whether the console is signed in',
        description: 'Answers 200 in either case, so that a page can ask before it shows a form.',
        responses: { 200: json(Session, 'Whether it is, and until when'), ...failures() },
      }),
      async (c) => {
        const until = await readSession(c)
        return c.json({ expiresAt: until === null ? null : new Date(until).toISOString() }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        operationId: 'signOut',
        security: [],
        tags,
        summary: 'Sign out of the console',
        description: 'Takes the cookie back. Without a session nothing happens.',
        responses: { 204: { description: 'Signed out' }, ...failures() },
      }),
      (c) => {
        deleteCookie(c, sessionCookie, { path: '/v1' })
        return c.body(null, 204)
      },
    )
}
