/**
 * A token bucket a key: it holds one second's worth of messages and refills steadily.
 *
 * @param perSecond - Messages a second; 0 is no limit.
 * @returns a function that takes `count` tokens, and answers 0 where it could, else the seconds to wait.
 */
export function createRateLimit(perSecond: number, now: () => number): (key: string, count: number) => number {
  const buckets = new Map<string, { tokens: number; at: number }>()
  if (perSecond === 0) return () => 0

  return (key, count) => {
    const time = now()
    const bucket = buckets.get(key) ?? { tokens: perSecond, at: time }
    const tokens = Math.min(perSecond, bucket.tokens + (perSecond * Math.max(0, time - bucket.at)) / 1000)
    buckets.set(key, bucket)
    bucket.at = time
    // A batch larger than the limit passes when the bucket is full, else it never could.
    if (tokens < Math.min(count, perSecond)) {
      bucket.tokens = tokens
      return Math.max(1, Math.ceil((Math.min(count, perSecond) - tokens) / perSecond))
    }
    bucket.tokens = tokens - count
    return 0
  }
}
