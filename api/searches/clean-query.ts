// Bounded by what cannot be in an address, so that no text takes long.
const emailAddress = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/gu
// Telephone numbers, accounts and the like: seven digits or more, also in groups. Four of a year or an error stay.
const longNumber = /\p{Nd}(?:[\s.\-/()]?\p{Nd}){6,}/gu

/**
 * A query without what may name a person: e-mail addresses and long numbers, which people paste along.
 *
 * @example
 * ```ts
 * cleanQuery('invoice for mia@linde.ch 079 555 12 34') // 'invoice for [email] [number]'
 * ```
 */
export function cleanQuery(query: string): string {
  return query.replace(emailAddress, '[email]').replace(longNumber, '[number]').replace(/\s+/g, ' ').trim()
}

/** The form by which queries are counted: small letters, single spaces. */
export function normaliseQuery(query: string): string {
  return query.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
