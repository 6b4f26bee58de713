import { randomFillSync } from 'node:crypto'

/** How many accounts and users the messages are about. */
export const crowd = { accounts: 500, users: 5000 }

const idPrefix = 'ajs-next-'

/** A track message of ordinary size, as a browser sends it. */
export function makeMessage(place: number): Record<string, unknown> {
  const user = (place * 7919) % crowd.users
  return {
    type: 'track',
    messageId: `${idPrefix}0000000000000-00000000-0000-4000-8000-000000000000`,
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

/** The places at which the `messageId` of every message of a text begins. */
function idPlaces(text: Buffer): number[] {
  const places: number[] = []
  for (let at = text.indexOf(idMark); at >= 0; at = text.indexOf(idMark, at + 1)) places.push(at + idMark.length)
  return places
}

/** How message ids are made: with the time before what is random, as Segment's clients make them, or all random. */
export type IdKind = 'timed' | 'random'

/** Gives every message of a text an id that nobody has had, at hardly any cost. */
function renewIds(text: Buffer, { places, random, ids }: { places: number[]; random: Buffer; ids: IdKind }): void {
  randomFillSync(random)
  const digits = random.toString('hex')
  const time = String(Date.now())
  places.forEach((place, index) => {
    const own = digits.slice(index * 32, index * 32 + 32)
    if (ids === 'timed') text.write(time, place + idPrefix.length, 'latin1')
    else text.write(own.slice(0, idPrefix.length), place, 'latin1')
    text.write(own.slice(12, 20), place + idPrefix.length + 14, 'latin1')
    text.write(own.slice(20, 32), place + idPrefix.length + 38, 'latin1')
  })
}

/**
 * A source of request bodies, each with ids of its own.
 *
 * @param size - Messages in a body; 1 is one message alone.
 */
export function bodySource(size: number, ids: IdKind = 'timed'): () => Buffer {
  const variants = Array.from({ length: size === 1 ? 4000 : 200 }, (_, variant) => {
    const messages = Array.from({ length: size }, (_, place) => makeMessage(variant * size + place))
    const text = Buffer.from(JSON.stringify(size === 1 ? messages[0] : { batch: messages }))
    return { text, places: idPlaces(text) }
  })
  const random = Buffer.alloc(size * 16)
  let next = 0
  return () => {
    const variant = variants[next++ % variants.length]
    if (!variant) throw new Error('There is no body.')
    renewIds(variant.text, { places: variant.places, random, ids })
    return variant.text
  }
}
