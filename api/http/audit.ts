import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Act } from '../audit/audit-trail.ts'
import { hashSubject } from '../identity.ts'
import type { Scope } from '../contract/scopes.ts'
import type { Env } from './env.ts'

/** Longer paths are nobody's. */
const longestTarget = 500

/**
 * What a request was about: its path. Ids of users are hashed, since the log outlives the erasure of a person; whoever
 * knows an id can still find what was done to it.
 */
function targetOf(c: Context<Env>): string {
  const { path } = c.req
  const [, start, id, rest = ''] = /^(\/v1\/users\/)([^/]+)(.*)$/.exec(path) ?? []
  if (start === undefined || id === undefined) return path.slice(0, longestTarget)
  return `${start}${hashSubject(`user:${c.req.param('id') ?? id}`)}${rest}`.slice(0, longestTarget)
}

function actOf(c: Context<Env>, actor: string, action: string): Act {
  const { services, requestId } = c.var
  const { status } = c.res
  return { id: services.newId(), at: services.now(), actor, action, target: targetOf(c), status, requestId, count: 1 }
}

/** Writes down what is done with secret keys and in the console: changes before they are answered, the rest soon after. */
export const auditActs = ({ scope, operationId }: { scope: Scope; operationId: string }) =>
  createMiddleware<Env>(async (c, next) => {
    await next()
    // Whom the key is not known of there is none.
    const actor = c.get('actor')
    // Beyond the limit nothing was done, so that nobody can flood the log.
    if (actor?.kind !== 'secret' || c.res.status === 429) return
    const act = actOf(c, actor.keyId, operationId)
    const changes = (scope === 'write' || scope === 'admin') && c.req.method !== 'GET'
    if (changes) await c.var.services.auditTrail.record(act)
    else c.var.services.auditTrail.note(act)
  })

/** Writes down who signs in and out; attempts that fail are counted, so that nobody can flood the log. */
export const auditSessions = (operationId: string) =>
  createMiddleware<Env>(async (c, next) => {
    await next()
    const actor = c.get('actor')
    if (actor) await c.var.services.auditTrail.record(actOf(c, actor.keyId, operationId))
    else if (c.res.status === 401 || c.res.status === 429)
      c.var.services.auditTrail.countAttempt(actOf(c, 'nobody', operationId))
  })
