import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { hashKey } from './key-value.ts'
import type { KnownKey } from './known-key.ts'

/**
 * The secret key of somebody who signs in.
 *
 * @throws ApiError `unauthorized` where it is none, `rate_limited` where somebody tries too often.
 */
export function checkSecretKey({ keyring, signInLimit }: Services, value: string): KnownKey {
  const key = keyring.find(hashKey(value))
  if (key instanceof ApiError) {
    if (key.code !== 'unauthorized') throw key
  } else if (key.kind === 'secret') {
    return key
  }
  // Only wrong keys count, so that nobody can lock the team out.
  const { wait } = signInLimit.take('sign-in', 1)
  if (wait > 0) {
    throw new ApiError('rate_limited', 'Too many attempts to sign in. Wait a moment.', { retryAfterSeconds: wait })
  }
  throw new ApiError(
    'unauthorized',
    'This is no secret key that is valid here. One is in the file secret-key of the data folder.',
  )
}

/**
 * Makes sure that a key opens more of the console than the door: nearly every page of it reads.
 *
 * @throws ApiError `forbidden` where the key may not read.
 */
export function checkMayRead({ scopes }: KnownKey): void {
  if (scopes.has('read')) return
  throw new ApiError(
    'forbidden',
    `The console needs a key with the scope "read", and this one has only ${[...scopes].join(', ')}. Whoever has a key with the scope "admin" can give it the scope, or make you another key, on the page "Keys" of the console.`,
  )
}
