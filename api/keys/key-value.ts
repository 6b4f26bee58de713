import { hash, randomBytes } from 'node:crypto'
import type { KeyKind } from '../contract/keys.ts'

/** What a key looks like, given or made. */
export const keyShape = /^[\w.~-]{16,200}$/

/** Makes the value of a key: 192 random bits behind a prefix that tells people, and scanners of code, what it is. */
export function makeKey(kind: KeyKind): string {
  return `${kind === 'write' ? 'pk' : 'sk'}_${randomBytes(24).toString('base64url')}`
}

/**
 * What is stored of a key. A slow hash protects what people choose, by making guesses costly; nobody guesses 192 random
 * bits, and this is computed for every request.
 */
export function hashKey(value: string): string {
  return hash('sha256', value)
}

/** The last characters of a key, by which people tell keys apart. */
export function hintOf(value: string): string {
  return value.slice(-4)
}
