import { setTimeout as wait } from 'node:timers/promises'
import { isBusy } from './outage.ts'

/** Pauses before another attempt, in milliseconds. */
const pauses = [50, 150, 450, 1350]

/** Does work, and does it again where another process had the lock, so that nothing was changed. */
export async function withPatience<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    await wait(pause)
  }
  return work()
}
