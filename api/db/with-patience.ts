import { setTimeout as wait } from 'node:timers/promises'
import { isLockLost } from './lost-lock.ts'
import { isBusy } from './outage.ts'

/** Milliseconds after which no other attempt is made: what moves its log into its file may have the lock for seconds. */
const patience = 10_000
const pauses = { first: 50, longest: 1000 }

/** Does work, and does it again where another process had the lock or got it, so that nothing was changed. */
export async function withPatience<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + patience
  for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.longest)) {
    try {
      return await work()
    } catch (error) {
      const mayHelp = isBusy(error) || isLockLost(error)
      if (!mayHelp || performance.now() + pause > deadline) throw error
    }
    await wait(pause)
  }
}
