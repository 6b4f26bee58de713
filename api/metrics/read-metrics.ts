import { databaseNow } from '../db/database-now.ts'
import { jobList } from '../jobs/job-list.ts'
import { isWanted } from '../jobs/lease.ts'
import { release } from '../release.ts'
import type { Services } from '../services.ts'
import type { Figure } from './create-metrics.ts'

const jobs = `
  SELECT name, due_at, ended_at, started_at, failures, leased_until, ${isWanted(jobList)} AS wanted,
    ${databaseNow} AS now
  FROM jobs`

const size = 'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()'

const mails = 'SELECT count(*) AS waiting FROM mails WHERE due_at IS NOT NULL'

const one = (help: string, value: number): Figure => ({ help, values: [{ value }] })

/** What the database says of itself, and of the jobs; without it, that it does not answer. */
async function readDatabase({ database, log }: Services): Promise<Record<string, Figure | null>> {
  const isUp = (value: number) => one('Whether the database answers.', value)
  try {
    const [found, measured, queued] = await database.read([jobs, size, mails])
    const rows = found?.rows ?? []
    const byJob = (help: string, read: (row: (typeof rows)[number]) => number | null): Figure => ({
      help,
      values: rows.flatMap((row) => {
        const value = read(row)
        return value === null ? [] : [{ labels: { job: String(row['name']) }, value }]
      }),
    })
    const timeOf = (value: unknown) => (value === null ? null : Number(value) / 1000)
    return {
      cairn_database_up: isUp(1),
      cairn_database_size_bytes: one('Size of the database.', Number(measured?.rows[0]?.['bytes'])),
      cairn_mails_queued: one('Mails that wait to be sent.', Number(queued?.rows[0]?.['waiting'])),
      cairn_job_overdue_seconds: byJob('How long a job has been due without anybody working on it.', (row) =>
        // A job without work is due all the time, and nobody has to come.
        row['wanted'] === 0 || Number(row['leased_until'] ?? 0) > Number(row['now'])
          ? 0
          : Math.max(0, (Number(row['now']) - Number(row['due_at'])) / 1000),
      ),
      cairn_job_last_start_timestamp_seconds: byJob('When a job last began, in any process.', (row) =>
        timeOf(row['started_at']),
      ),
      cairn_job_last_success_timestamp_seconds: byJob('When a job last came to a good end, in any process.', (row) =>
        timeOf(row['ended_at']),
      ),
      cairn_job_failures: byJob('Turns of a job since its last good end, one under way included.', (row) =>
        Number(row['failures']),
      ),
    }
  } catch (cause) {
    log.warn('The database does not answer; its metrics are left out.', { cause })
    return {
      cairn_database_up: isUp(0),
      cairn_database_size_bytes: null,
      cairn_mails_queued: null,
      cairn_job_overdue_seconds: null,
      cairn_job_last_start_timestamp_seconds: null,
      cairn_job_last_success_timestamp_seconds: null,
      cairn_job_failures: null,
    }
  }
}

/** Everything that can be counted about this process and its database, as Prometheus reads it. */
export async function readMetrics(services: Services): Promise<string> {
  const { metrics, writer, database } = services
  const waiting = writer.waiting()
  const replica = database.replica()
  metrics.set({
    cairn_build_info: {
      help: 'The version that runs.',
      values: [{ labels: { version: release, node: process.version }, value: 1 }],
    },
    cairn_queue_messages: one('Messages that wait to be written.', waiting.messages),
    cairn_queue_characters: one('Characters of messages that wait to be written.', waiting.characters),
    cairn_unsettled_messages: one('Messages that are on disk and wait to be settled in the tables.', waiting.unsettled),
    ...(replica && {
      cairn_replica_used: one('Whether reads that may lag go to the replica.', Number(replica.isUsed)),
      cairn_replica_lag_seconds: one('How far the replica was behind when last looked at.', replica.lagSeconds),
      cairn_replica_fallback_reads: one('Reads that the primary answered for it since the start.', replica.fallbacks),
    }),
    ...(await readDatabase(services)),
  })
  return metrics.text()
}
