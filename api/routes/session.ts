import { createRoute } from '@hono/zod-openapi'
import { Session, SessionRequest } from '../contract/session.ts'
import { sessionActor } from '../http/actor.ts'
import { auditSessions } from '../http/audit.ts'
import { closeSession, openSession, readSession, type ConsoleSession } from '../http/session.ts'
import { checkMayRead, checkSecretKey } from '../keys/check-secret-key.ts'
import { failures, json, jsonBody } from './responses.ts'
import { router } from './router.ts'

const path = '/v1/session'
const tags = ['Console']
const errors = failures('bad_request', 'unauthorized', 'forbidden', 'payload_too_large', 'unsupported', 'invalid')

const view = ({ until, key }: ConsoleSession) => ({
  expiresAt: new Date(until).toISOString(),
  keyId: key.id,
  scopes: [...key.scopes],
})
const nobody = { expiresAt: null, keyId: null, scopes: [] }

/** The console's session: a signed cookie that only this origin sends, and that ends when the secret key changes. */
export function sessionRoutes() {
  return router()
    .openapi(
      createRoute({
        method: 'post',
        path,
        operationId: 'signIn',
        security: [],
        middleware: auditSessions('signIn'),
        tags,
        summary: 'Sign in to the console',
        description:
          'Takes a secret key once and sets a cookie that lasts 12 hours. The cookie stands for the key from then on, with its scopes, and ends with it. The key must have the scope `read`.',
        request: { body: jsonBody(SessionRequest) },
        responses: { 200: json(Session, 'Signed in'), ...errors },
      }),
      async (c) => {
        const { secretKey } = c.req.valid('json')
        const key = checkSecretKey(c.var.services, secretKey)
        c.set('actor', sessionActor(key))
        checkMayRead(key)
        const until = await openSession(c, secretKey)
        return c.json(view({ until, key }), 200)
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
        const session = await readSession(c)
        return c.json(session ? view(session) : nobody, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        operationId: 'signOut',
        security: [],
        middleware: auditSessions('signOut'),
        tags,
        summary: 'Sign out of the console',
        description: 'Takes the cookie back. Without a session nothing happens.',
        responses: { 204: { description: 'Signed out' }, ...failures() },
      }),
      async (c) => {
        const session = await readSession(c)
        if (session) c.set('actor', sessionActor(session.key))
        closeSession(c)
        return c.body(null, 204)
      },
    )
}
