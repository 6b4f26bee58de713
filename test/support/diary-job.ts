import { setTimeout as sleep } from 'node:timers/promises'
import { startServices } from '../../api/start-services.ts'
import type { Job } from '../../api/jobs/job-list.ts'
import { runJobs } from '../../api/jobs/run-jobs.ts'
import { readSettings } from '../../api/env.ts'
import { join } from 'node:path'

/**
 * A job that takes a while and keeps a diary of it, in the database that it works on.
 *
 * @param who - The process that writes.
 * @param takes - Milliseconds of a turn.
 */
export const diaryJob = (who: string, takes: number): Job => ({
  name: 'diary',
  every: 10,
  async work({ database }, signal) {
    const note = (what: string) =>
      database.write([{ sql: 'INSERT INTO diary (who, what) VALUES (:who, :what)', args: { who, what } }])
    await note('begins')
    const end = performance.now() + takes
    while (performance.now() < end) {
      await sleep(20)
      if (signal.aborted) await note('is told to end')
      signal.throwIfAborted()
    }
    await note('ends')
  },
})

/** Opens the diary's services on a database of their own or a shared one. */
export async function openDiary(databaseUrl: string, dataDir: string) {
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' })
  const opened = await startServices(settings, { root: join(import.meta.dirname, '../..'), jobs: false })
  await opened.services.database.write([
    'CREATE TABLE IF NOT EXISTS diary (id INTEGER PRIMARY KEY, who TEXT, what TEXT)',
  ])
  return opened
}

// As a process of its own: node diary-job.ts <database URL> <data folder> <who> <takes> <lease>
if (import.meta.main) {
  const [url = '', dataDir = '', who = '', takes, lease] = process.argv.slice(2)
  const { services } = await openDiary(url, dataDir)
  runJobs(services, { jobs: [diaryJob(who, Number(takes))], lease: Number(lease), pause: 50 })
}
