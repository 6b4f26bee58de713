import type { InStatement } from '@libsql/client'
import { databaseNow as now } from '../db/database-now.ts'
import type { Job } from './job-list.ts'

/** The longest pause before a job that keeps failing is tried again. */
const longestPause = 10 * 60 * 1000

// What fails is tried again after 1 s, 2 s, 4 s …
const pauseAfterFailures = (failures: string) => `min(${longestPause}, 1000 << min(${failures}, 20))`

/** Whether there is something to do for a row of the table. */
export const isWanted = (jobs: Job[]) =>
  `CASE name ${jobs.map(({ name, wanted }) => `WHEN '${name}' THEN ${wanted ?? 'true'}`).join(' ')} ELSE false END`

const isDue = (jobs: Job[]) => `
  due_at <= ${now} AND coalesce(leased_until, 0) <= ${now} AND ${isWanted(jobs)}
  AND name NOT IN (SELECT value FROM json_each(:busy))`

/** Who holds a job, and for how long at a time. */
export interface Lease {
  holder: string
  milliseconds: number
}

/** Puts in the jobs that are not there yet. */
export const registerJobs = (jobs: Job[]): InStatement => ({
  sql: `
    INSERT INTO jobs (name, due_at) SELECT value, ${now} FROM json_each(:names) WHERE true
    ON CONFLICT (name) DO UPDATE SET due_at = min(due_at, excluded.due_at)
      WHERE name IN (SELECT value FROM json_each(:atStart))`,
  args: {
    names: JSON.stringify(jobs.map(({ name }) => name)),
    atStart: JSON.stringify(jobs.filter(({ atStart }) => atStart).map(({ name }) => name)),
  },
})

/** Finds the jobs that could be taken, without a write. Those of `busy` are left out. */
export const findDueJobs = (jobs: Job[], busy: string[]): InStatement => ({
  sql: `SELECT name FROM jobs WHERE ${isDue(jobs)}`,
  args: { busy: JSON.stringify(busy) },
})

/**
 * Takes every job that is due and that nobody holds. A beginning counts as a failure until it has come to a good end:
 * a job that takes its process down with it is tried less and less, too.
 */
export const takeDueJobs = (jobs: Job[], { holder, milliseconds, busy }: Lease & { busy: string[] }): InStatement => ({
  sql: `
    UPDATE jobs SET leased_by = :holder, leased_until = ${now} + :milliseconds, started_at = ${now},
      due_at = ${now} + ${pauseAfterFailures('failures')}, failures = failures + 1
    WHERE ${isDue(jobs)} RETURNING name`,
  args: { holder, milliseconds, busy: JSON.stringify(busy) },
})

/** Holds a job for longer. Returns no row where somebody else has it. */
export const renewLease = (name: string, { holder, milliseconds }: Lease): InStatement => ({
  sql: `UPDATE jobs SET leased_until = ${now} + :milliseconds WHERE name = :name AND leased_by = :holder RETURNING name`,
  args: { name, holder, milliseconds },
})

const giveBack = (set: string) =>
  `UPDATE jobs SET leased_by = NULL, leased_until = NULL, ${set} WHERE name = :name AND leased_by = :holder`

/** Gives a job back that came to a good end. */
export const endWell = ({ name, every }: Job, holder: string): InStatement => ({
  sql: giveBack(`ended_at = ${now}, due_at = ${now} + :every, error = NULL, failures = 0`),
  args: { name, holder, every },
})

/** Gives a job back that failed. */
export const endBadly = ({ name }: Job, holder: string, error: string): InStatement => ({
  sql: giveBack(`error = :error, due_at = ${now} + ${pauseAfterFailures('failures - 1')}`),
  args: { name, holder, error },
})

/** Gives a job back that was left off: whoever looks next may go on with it. */
export const leaveOff = ({ name }: Job, holder: string): InStatement => ({
  sql: giveBack(`due_at = ${now}, failures = failures - 1`),
  args: { name, holder },
})
