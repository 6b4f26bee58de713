import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { Subject } from './contract/subject.ts'
import { ApiError } from './errors.ts'
import type { Actor } from './http/actor.ts'
import type { Services } from './services.ts'

/** HMAC-SHA256 of a user id in hex: what a product's server puts into `data-user-hash`. */
export function hashUser(userId: string, secret: string): string {
  return createHmac('sha256', secret).update(userId).digest('hex')
}

/**
 * Proves that a user belongs to an account: the second half of the hash, behind a dot. It holds the user too, so that
 * the hash of a user whose id is that of an account proves nothing, and nobody can hand theirs on.
 */
export function hashAccount(accountId: string, userId: string, secret: string): string {
  return hashUser(`${accountId}\n${userId}`, secret)
}

/** Whether a hash, as sent, proves an account, whichever that is. */
export const hasAccountHalf = (hash: unknown): boolean => typeof hash === 'string' && hash.includes('.')

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
 * the write key may; with it a browser needs the user's hash, which only the product's server can make. A verified user
 * may name any account, unless `VERIFY_ACCOUNTS` is set: then the hash needs a second half, of the account.
 */
export function refuseClaim({ settings }: Services, actor: Actor, { userId, accountId, hash }: Claim): string | null {
  const { identitySecret: secret, verifyAccounts } = settings
  if (!secret || actor.kind === 'secret') return null
  if (userId === null) {
    return accountId === null ? null : 'This server verifies users: only a verified user can speak for an account.'
  }
  if (typeof hash !== 'string' || hash === '') {
    return 'This server verifies users: send their hash (data-user-hash) as "userHash" in the context.'
  }
  const [ofUser = '', ofAccount] = hash.toLowerCase().split('.')
  if (!equalHashes(ofUser, hashUser(userId, secret))) {
    return 'The hash does not belong to this user: make it from the user id with the IDENTITY_SECRET.'
  }
  if (!verifyAccounts) return null
  // The hash of such an id would be the second half for the user and the account that it is made of.
  if (userId.includes('\n')) return 'A user id cannot have a line break in it: this server verifies accounts.'
  if (accountId === null || equalHashes(ofAccount ?? '', hashAccount(accountId, userId, secret))) return null
  return ofAccount
    ? 'The second half of the hash does not belong to this account: make it from account id, line break and user id with the IDENTITY_SECRET, and identify with it before the account is named.'
    : 'This server verifies accounts: add a dot to the hash of the user, and the HMAC-SHA256 of account id, line break and user id with the IDENTITY_SECRET.'
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
