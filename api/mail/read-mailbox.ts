import { z } from 'zod'

/** An address, perhaps with a name before it. */
export interface Mailbox {
  name: string
  address: string
}

const isAddress = (text: string) => z.email().safeParse(text).success

/**
 * Reads an address with or without a name; null where it is none.
 *
 * @example
 * ```ts
 * readMailbox('Roadbook <help@roadbook.example>') // { name: 'Roadbook', address: 'help@roadbook.example' }
 * ```
 */
export function readMailbox(text: string): Mailbox | null {
  const [, name = '', address = ''] = /^\s*(?:"?([^<>"\p{Cc}]*?)"?\s*<)?([^<>\s]+)>?\s*$/u.exec(text) ?? []
  return isAddress(address) ? { name, address } : null
}
