import { randomFillSync } from 'node:crypto'

/** How many accounts and users the messages are about. */
export const crowd = { accounts: 500, users: 5000 }

/** A track message of ordinary size, as a browser sends it. */
export function makeMessage(place: number): Record<string, unknown> {
  const user = (place * 7919) % crowd.users
  return {
    type: 'track',
    messageId: '00000000-0000-4000-8000-000000000000',
    userId: `user-${user}`,
    event: ['lesson_booked', 'invoice_sent', 'signed_in', 'payment_recorded'][place % 4],
    timestamp: new Date().toISOString(),
    properties: { amount: 90, currency: 'CHF', channel: 'email' },
    context: {
      groupId: `school-${user % crowd.accounts}`,
      library: { name: 'analytics.js', version: '5.0.0' },
      page: { path: '/invoices', title: 'Invoices' },
    },
  }
}

const idMark = Buffer.from('"messageId":"')

/** The places of the random digits of every `messageId` in a text. */
function idPlaces(text: Buffer): number[] {
  const places: number[] = []
  for (let at = text.indexOf(idMark); at >= 0; at = text.indexOf(idMark, at + 1)) places.push(at + idMark.length)
  return places
}

/** Gives every message of a text an id that nobody has had, at hardly any cost: all but 12 of its digits are random. */
function renewIds(text: Buffer, places: number[], random: Buffer): void {
  randomFillSync(random)
  const digits = random.toString('hex')
  places.forEach((place, index) => {
    text.write(digits.slice(index * 20, index * 20 + 8), place, 'latin1')
    text.write(digits.slice(index * 20 + 8, index * 20 + 20), place + 24, 'latin1')
  })
}

/**
 * A source of request bodies, each with ids of its own.
 *
 * @param size - Messages in a body; 1 is one message alone.
 */
export function bodySource(size: number): () => Buffer {
  const variants = Array.from({ length: size === 1 ? 4000 : 200 }, (_, variant) => {
    const messages = Array.from({ length: size }, (_, place) => makeMessage(variant * size + place))
    const text = Buffer.from(JSON.stringify(size === 1 ? messages[0] : { batch: messages }))
    return { text, places: idPlaces(text) }
  })
  const random = Buffer.alloc(size * 10)
  let next = 0
  return () => {
    const variant = variants[next++ % variants.length]
    if (!variant) throw new Error('There is no body.')
    renewIds(variant.text, variant.places, random)
    return variant.text
  }
}
