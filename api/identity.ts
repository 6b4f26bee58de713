import { createHmac } from 'node:crypto'
import type { Subject } from './contract/subject.ts'
import { ApiError } from './errors.ts'
import type { Actor } from './http/authenticate.ts'
import { equalSecrets } from './keys.ts'
import type { Services } from './services.ts'

/** HMAC-SHA256 of a user id in hex: what a product's server puts into `data-user-hash`. */
export function hashUser(userId: string, secret: string): string {
  return createHmac('sha256', secret).update(userId).digest('hex')
}

/**
 * Why the sender may not speak for a user; null where they may. Without an `IDENTITY_SECRET` anybody with the write
 * key may; with it a browser needs the hash that only the product's server can make.
 */
export function refuseUser(
  { settings }: Services,
  { actor, userId, hash }: { actor: Actor; userId: string; hash: unknown },
): string | null {
  if (!settings.identitySecret || actor.kind === 'secret') return null
  if (typeof hash !== 'string' || hash === '') {
    return 'This server verifies users: send their hash (data-user-hash) as "userHash" in the context.'
  }
  return equalSecrets(hash.toLowerCase(), hashUser(userId, settings.identitySecret))
    ? null
    : 'The hash does not belong to this user: make it from the user id with the IDENTITY_SECRET.'
}

/**
 * Who a browser speaks for, once it may.
 *
 * @throws ApiError `invalid` without any id, `forbidden` where the user is not proven.
 */
export function readSubject(services: Services, given: Subject, actor: Actor): { key: string; userId: string | null } {
  if (given.userId) {
    const refusal = refuseUser(services, { actor, userId: given.userId, hash: given.userHash })
    if (refusal) throw new ApiError('forbidden', refusal)
    return { key: `user:${given.userId}`, userId: given.userId }
  }
  if (given.anonymousId) return { key: `anonymous:${given.anonymousId}`, userId: null }
  throw new ApiError('invalid', 'Say who this is about.', {
    errors: [{ path: 'userId', detail: 'Send a userId or an anonymousId.' }],
  })
}
