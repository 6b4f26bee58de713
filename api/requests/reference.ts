import { createHash } from 'node:crypto'

/** Digits and letters that nobody takes for one another (Crockford). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * What a request is called in mails and the console: short enough to be read out, and never what a sender made up, as an
 * id can be.
 *
 * @example
 * ```ts
 * referenceOf('r1') // eight signs, such as '7K3M-9QXT'
 * ```
 */
export function referenceOf(id: string): string {
  const letters = [...createHash('sha256').update(id).digest().subarray(0, 8)].map((byte) => signs[byte % 32] ?? '')
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
