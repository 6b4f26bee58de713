import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../services.ts'
import { renewLease, type Lease } from './lease.ts'

/**
 * Renews the lease of a job three times in its length.
 *
 * @param lease.since - When it was asked for, by `performance.now()`: it cannot have begun earlier.
 * @returns a signal that another may have the job, and how to end.
 */
export function holdLease(
  { database, log }: Services,
  { name, since, ...lease }: Lease & { name: string; since: number },
): { lost: AbortSignal; stop(): Promise<void> } {
  const lost = new AbortController()
  const ended = new AbortController()
  const lose = () => {
    if (lost.signal.aborted) return
    log.warn('Another process may have taken a job over.', { job: name })
    lost.abort(new Error('The lease of this job has run out.'))
  }

  // By this machine's own clock, so that it holds when the database does not answer.
  let expiry: NodeJS.Timeout | undefined
  const holdFrom = (moment: number) => {
    clearTimeout(expiry)
    expiry = setTimeout(lose, moment + lease.milliseconds - performance.now())
  }

  async function renew(): Promise<void> {
    for (;;) {
      await sleep(lease.milliseconds / 3, undefined, { signal: ended.signal }).catch(() => null)
      if (ended.signal.aborted || lost.signal.aborted) return
      const asked = performance.now()
      try {
        const [renewed] = await database.write([renewLease(name, lease)])
        if (renewed?.rows.length !== 1) {
          lose()
          return
        }
        holdFrom(asked)
      } catch (cause) {
        log.warn('The lease of a job could not be renewed.', { job: name, cause })
      }
    }
  }
  holdFrom(since)
  const renewing = renew()

  return {
    lost: lost.signal,
    async stop() {
      ended.abort()
      await renewing
      clearTimeout(expiry)
    },
  }
}
