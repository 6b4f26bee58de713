import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { Subject } from './contract/subject.ts'
import { ApiError } from './errors.ts'
import type { Actor } from './http/actor.ts'
import type { Services } from './services.ts'

/** HMAC-SHA256 of a user id in hex: what a product's server puts into `data-user-hash`. */
export function hashUser(userId: string, secret: string): string {
  return createHmac('sha256', secret).update(userId).digest('hex')
}

/** Compares two hashes in a time that does not tell where they differ. */
function equalHashes(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * Names a person without saying who it is: SHA-256, in hex, of `user:` and their id, or of `anonymous:` and a visitor's.
 */
export function hashSubject(subject: string): string {
  return hash('sha256', subject)
}

/** Whom a sender says that it speaks for. */
export interface Claim {
  userId: string | null
  accountId: string | null
  /** The user's hash, as sent. */
  hash: unknown
}

/**
 * Why the sender may not speak for a user or an account; null where they may. Without an `IDENTITY_SECRET` anybody with
 * the write key may; with it a browser needs the user's hash, which only the product's server can make. Accounts have
 * no hash of their own: a verified user may name theirs.
 */
export function refuseClaim({ settings }: Services, actor: Actor, { userId, accountId, hash }: Claim): string | null {
  if (!settings.identitySecret || actor.kind === 'secret') return null
  if (userId === null) {
    return accountId === null ? null : 'This server verifies users: only a verified user can speak for an account.'
  }
  if (typeof hash !== 'string' || hash === '') {
    return 'This server verifies users: send their hash (data-user-hash) as "userHash" in the context.'
  }
  return equalHashes(hash.toLowerCase(), hashUser(userId, settings.identitySecret))
    ? null
    : 'The hash does not belong to this user: make it from the user id with the IDENTITY_SECRET.'
}

/** A person, as the rows about people name them. */
export interface Person {
  /** Who this is: `user:` and their id, or `anonymous:` and the visitor's. */
  subject: string
  /** All that this person has been known as. */
  knownAs: string[]
}

/**
 * Who a browser speaks for, once it may. A user was a visitor before: what the visitor was asked and answered counts.
 *
 * @throws ApiError `invalid` without any id, `forbidden` where the user is not proven.
 */
export function readPerson(services: Services, given: Subject, actor: Actor): Person {
  const knownAs = [
    ...(given.userId ? [`user:${given.userId}`] : []),
    ...(given.anonymousId ? [`anonymous:${given.anonymousId}`] : []),
  ]
  const [subject] = knownAs
  if (subject === undefined) {
    throw new ApiError('invalid', 'Say who this is about.', {
      errors: [{ path: 'userId', detail: 'Send a userId or an anonymousId.' }],
    })
  }
  const claim = { userId: given.userId ?? null, accountId: given.accountId ?? null, hash: given.userHash }
  const refusal = refuseClaim(services, actor, claim)
  if (refusal) throw new ApiError('forbidden', refusal)
  return { subject, knownAs }
}
