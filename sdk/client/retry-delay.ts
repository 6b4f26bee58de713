/**
 * Milliseconds until the next try: doubling from one second to five minutes, the second half of it by chance so that
 * browsers do not come back all at once, and never before the server's `Retry-After` (in seconds).
 */
export const retryDelay = (failures: number, random: number, retryAfter = 0): number =>
  Math.max(Math.min(1000 * 2 ** (failures - 1), 300_000) * (0.5 + random / 2), retryAfter * 1000)
