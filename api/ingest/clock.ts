/** Smaller offsets are left alone: correcting them would put transit time into the facts and reorder them. */
const toleratedSkew = 5 * 60 * 1000

/**
 * When a message happened, by the server's clock.
 *
 * A device whose clock is off by more than 5 minutes (`receivedAt - sentAt`) is corrected by that offset; a time that
 * is then still in the future becomes `receivedAt`.
 *
 * @param timestamp - When it happened by the device's clock; undefined where the message does not say.
 * @param sentAt - When it was sent by the device's clock; undefined where the batch does not say.
 */
export function correctTime(
  timestamp: number | undefined,
  { sentAt, receivedAt }: { sentAt: number | undefined; receivedAt: number },
): number {
  if (timestamp === undefined) return receivedAt
  const skew = sentAt === undefined ? 0 : receivedAt - sentAt
  const corrected = Math.abs(skew) > toleratedSkew ? timestamp + skew : timestamp
  return Math.min(corrected, receivedAt)
}
