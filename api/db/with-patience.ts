import { setTimeout as wait } from 'node:timers/promises'
import { isLockLost } from './lost-lock.ts'
import { isBusy } from './outage.ts'

/** Pauses before another attempt, in milliseconds. */
const pauses = [50, 150, 450, 1350]

/** Milliseconds after which no other attempt is made: each may have waited for seconds itself. */
const patience = 10_000

/** Does work, and does it again where another process had the lock or got it, so that nothing was changed. */
export async function withPatience<Result>(work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now()
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      const isFutile = !isBusy(error) && !isLockLost(error)
      if (isFutile || performance.now() - begun > patience) throw error
    }
    await wait(pause)
  }
  return work()
}
