import { hostname } from 'node:os'
import type { Services } from '../services.ts'
import { every } from './every.ts'
import { holdLease } from './hold-lease.ts'
import { jobList, type Job } from './job-list.ts'
import { endBadly, endWell, findDueJobs, leaveOff, registerJobs, takeDueJobs } from './lease.ts'

/**
 * Does the recurring work of any number of processes that share a database: each job is done by one of them at a time.
 *
 * Who takes a job has it for `lease` milliseconds by the database's clock, and renews that while working; a process that
 * died does not, and another takes over. One that only stood still for longer than that (suspended, or out of reach)
 * finds its lease gone and ends its work at the next `signal.throwIfAborted()`.
 *
 * @param options.jobs - What is done.
 * @param options.lease - For how long a job is taken at a time, in milliseconds.
 * @param options.pause - Milliseconds between two looks at what is due. A look is one read; what is idle writes nothing.
 * @returns how to end it: work under way is left off, and due at once for the others.
 */
export function runJobs(
  services: Services,
  options: { jobs?: Job[]; lease?: number; pause?: number } = {},
): { stop(): Promise<void> } {
  const { lease: milliseconds = 30_000, pause = 1000 } = options
  const jobs = (options.jobs ?? jobList).filter(({ possible }) => possible?.(services) ?? true)
  const { database, log, metrics, newId } = services
  const holder = `${hostname()}:${process.pid}:${newId()}`
  const stopping = new AbortController()
  const underWay = new Map<string, Promise<void>>()
  let isRegistered = false

  async function beginWhatIsDue(): Promise<void> {
    if (!isRegistered) await database.write([registerJobs(jobs)])
    isRegistered = true
    const busy = [...underWay.keys()]
    const [due] = await database.read([findDueJobs(jobs, busy)])
    if (!due || due.rows.length === 0 || stopping.signal.aborted) return
    const since = performance.now()
    const [taken] = await database.write([takeDueJobs(jobs, { holder, milliseconds, busy })])
    for (const { name } of taken?.rows ?? []) {
      const job = jobs.find((each) => each.name === name)
      if (job)
        underWay.set(
          job.name,
          run(job, since).finally(() => underWay.delete(job.name)),
        )
    }
  }

  async function run(job: Job, since: number): Promise<void> {
    const holding = holdLease(services, { name: job.name, holder, milliseconds, since })
    const begun = performance.now()
    let ending = endWell(job, holder)
    try {
      await job.work(services, AbortSignal.any([stopping.signal, holding.lost]))
      metrics.jobEnded(job.name, true, (performance.now() - begun) / 1000)
    } catch (cause) {
      if (stopping.signal.aborted) {
        ending = leaveOff(job, holder)
      } else {
        if (!holding.lost.aborted) log.error('A job failed and is tried again.', { job: job.name, cause })
        metrics.jobEnded(job.name, false, (performance.now() - begun) / 1000)
        ending = endBadly(job, holder, cause instanceof Error ? cause.message : String(cause))
      }
    }
    await holding.stop()
    // Changes nothing where somebody else has the job by now.
    await database.write([ending]).catch((cause: unknown) => {
      log.error('How a job ended could not be kept: it begins anew when its lease has run out.', {
        job: job.name,
        cause,
      })
    })
  }

  const looking = every(pause, beginWhatIsDue, log)

  return {
    async stop() {
      stopping.abort(new Error('The server is stopping.'))
      await looking.stop()
      await Promise.all(underWay.values())
    },
  }
}
