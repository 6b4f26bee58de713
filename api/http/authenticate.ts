import { createMiddleware } from 'hono/factory'
import { writeKeyScopes, type Scope } from '../contract/scopes.ts'
import { ApiError } from '../errors.ts'
import type { KnownKey } from '../keys/known-key.ts'
import type { Sender } from './actor.ts'
import type { Env } from './env.ts'
import { findSender } from './find-sender.ts'
import { limitSender } from './limit-requests.ts'
import { isOwnOrigin, refuseForeignOrigin } from './origin.ts'

/** The help center's own pages, as if they had a key. */
export const ownPage: Sender = {
  actor: { kind: 'write', keyId: 'own-page' },
  key: { id: 'own-page', kind: 'write', scopes: new Set(writeKeyScopes), origins: [] },
}

function sayWhatIsNeeded(scope: Scope): string {
  return writeKeyScopes.includes(scope)
    ? 'Send a write key: as Basic user name, as "Authorization: Bearer pk_…", or as "writeKey" in the body.'
    : 'Send a secret key as "Authorization: Bearer sk_…", or sign in to the console.'
}

function sayWhatIsMissing(key: KnownKey, scope: Scope): string {
  if (key.kind === 'write' && !writeKeyScopes.includes(scope)) {
    return 'A write key may only send. Use a secret key, from a server and never in a page.'
  }
  return `This key lacks the scope "${scope}"; it has ${[...key.scopes].join(', ')}. Give it the scope, or use another key.`
}

/**
 * Lets requests pass whose key, or console session, has a scope, as many a second as it may send messages.
 *
 * @param options.orOwnPage - Whether the help center's own pages need no key.
 */
export const needsKey = ({ scope, orOwnPage = false }: { scope: Scope; orOwnPage?: boolean }) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('scope', scope)
    const sender = (await findSender(c)) ?? (orOwnPage && isOwnOrigin(c) ? ownPage : null)
    if (!sender) throw new ApiError('unauthorized', sayWhatIsNeeded(scope))
    c.set('actor', sender.actor)
    // Messages are counted one by one, where they are read.
    if (scope !== 'ingest') limitSender(c, { unit: 'requests', count: 1 })
    refuseForeignOrigin(c, sender.key.origins)
    if (!sender.key.scopes.has(scope)) throw new ApiError('forbidden', sayWhatIsMissing(sender.key, scope))
    await next()
  })
