/**
 * Whether a server took the lock from a transaction, as it does after 5 s where somebody waits for it. Nothing of that was
 * written.
 */
export const isLockLost = (error: unknown): boolean =>
  (error as { code?: unknown } | null | undefined)?.code === 'TRANSACTION_TIMEOUT'

/**
 * Keeps the process alive where a transaction lost its lock. Each statement that was left fails then, and the client of
 * the server hands only the first failure to who asked: Node would end the process for the others.
 *
 * @returns what ends that.
 */
export function outliveLostLocks(): () => void {
  const hear = (reason: unknown) => {
    if (!isLockLost(reason)) throw reason
  }
  process.on('unhandledRejection', hear)
  return () => void process.off('unhandledRejection', hear)
}
