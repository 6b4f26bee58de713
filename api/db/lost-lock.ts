import { LibsqlError } from '@libsql/client'

const lockLost = 'TRANSACTION_TIMEOUT'

/**
 * Whether a server took the lock from a transaction, as it does after 5 s where somebody waits for it. Nothing of that was
 * written.
 */
export const isLockLost = (error: unknown): boolean => error instanceof LibsqlError && error.code === lockLost

/** Whether it is such a failure as the client has it before it hands it to who asked. */
const isKeptByClient = (reason: unknown): boolean =>
  reason instanceof Error && !(reason instanceof LibsqlError) && (reason as { code?: unknown }).code === lockLost

/**
 * Keeps the process alive where a transaction lost its lock. Each statement that was left fails then, and the client of
 * the server hands only the first failure to who asked: Node would end the process for the others.
 *
 * @returns what ends that.
 */
export function outliveLostLocks(): () => void {
  const hear = (reason: unknown) => {
    if (!isKeptByClient(reason)) throw reason
  }
  process.on('unhandledRejection', hear)
  // Not at once: Node speaks of the others after who asked has heard of the first, and maybe closed the database.
  return () => void setImmediate(() => process.off('unhandledRejection', hear))
}
