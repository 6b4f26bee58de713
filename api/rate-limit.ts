/** What came of an attempt to take from a limit. */
export interface Allowance {
  /** Seconds to wait before it may succeed; 0 where it did. */
  wait: number
  /** What may be taken at once now. */
  remaining: number
  /** Seconds until all may be taken again. */
  reset: number
}

/** A limit, for each of many keys. */
export interface RateLimit {
  /** What may be taken in a second; 0 is no limit. */
  perSecond: number
  take(key: string, count: number): Allowance
  /** Buckets that are remembered. */
  size(): number
}

/** Beyond so many, the bucket that was used least lately is forgotten: about 20 MB. */
const mostBuckets = 100_000

/**
 * A token bucket a key: it holds one second's worth, or `capacity`, and refills steadily. A bucket that is full again is like none and
 * is forgotten.
 *
 * @param perSecond - What may be taken in a second; 0 is no limit.
 * @param capacity - What may be taken at once.
 */
export function createRateLimit(perSecond: number, now: () => number, capacity: number = perSecond): RateLimit {
  /** In the order in which they were last used. */
  const buckets = new Map<string, { tokens: number; at: number }>()
  const tokensOf = (bucket: { tokens: number; at: number }, time: number) =>
    Math.min(capacity, bucket.tokens + (perSecond * Math.max(0, time - bucket.at)) / 1000)

  function forgetIdle(time: number): void {
    for (const [key, bucket] of buckets) {
      if (buckets.size <= mostBuckets && tokensOf(bucket, time) < capacity) return
      buckets.delete(key)
    }
  }

  return {
    perSecond,
    size: () => buckets.size,
    take(key, count) {
      if (perSecond === 0) return { wait: 0, remaining: Infinity, reset: 0 }
      const time = now()
      const bucket = buckets.get(key)
      const held = bucket ? tokensOf(bucket, time) : capacity
      // A batch larger than the limit passes when the bucket is full, else it never could.
      const needed = Math.min(count, capacity)
      const isTaken = held >= needed
      const tokens = isTaken ? held - count : held
      buckets.delete(key)
      buckets.set(key, { tokens, at: time })
      forgetIdle(time)
      return {
        wait: isTaken ? 0 : Math.max(1, Math.ceil((needed - tokens) / perSecond)),
        remaining: Math.max(0, Math.floor(tokens)),
        reset: Math.ceil((capacity - tokens) / perSecond),
      }
    },
  }
}
