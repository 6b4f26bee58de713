import { randomFillSync } from 'node:crypto'

/**
 * Makes a source of UUIDv7 that only grow (RFC 9562, method 1: the 12 bits after the time count within a millisecond),
 * so that the order of ids is the order in which they were made.
 *
 * @example
 * ```ts
 * const newId = createIds(Date.now)
 * newId() // "0192f3c0-7b1e-7000-8a5b-3f1d2c4b5a69"
 * ```
 */
export function createIds(now: () => number): () => string {
  const random = new Uint8Array(8 * 512)
  let used = random.length
  let lastTime = 0
  let counter = 0

  return () => {
    const time = now()
    if (time > lastTime) {
      lastTime = time
      counter = 0
    } else if (++counter > 0xfff) {
      // The counter is full, or the clock went back: borrow the next millisecond.
      lastTime += 1
      counter = 0
    }
    if (used + 8 > random.length) {
      randomFillSync(random)
      used = 0
    }
    const tail = random.subarray(used, (used += 8))
    tail[0] = 0x80 | ((tail[0] ?? 0) & 0x3f)
    const clock = lastTime.toString(16).padStart(12, '0')
    const count = counter.toString(16).padStart(3, '0')
    const rest = Buffer.from(tail).toString('hex')
    return `${clock.slice(0, 8)}-${clock.slice(8)}-7${count}-${rest.slice(0, 4)}-${rest.slice(4)}`
  }
}

/** The first UUIDv7 of a time: those made later are larger. */
export function firstIdAt(time: number): string {
  const clock = Math.max(0, time).toString(16).padStart(12, '0')
  return `${clock.slice(0, 8)}-${clock.slice(8)}-7000-8000-000000000000`
}
