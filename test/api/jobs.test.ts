import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Job } from '../../api/jobs/job-list.ts'
import { runJobs } from '../../api/jobs/run-jobs.ts'
import type { Services } from '../../api/services.ts'
import { createTestApp } from '../support/create-test-app.ts'
import { diaryJob, openDiary } from '../support/diary-job.ts'
import { noSqld, startSqld } from '../support/start-sqld.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function until<Value>(look: () => Promise<Value | false>, seconds = 10): Promise<Value> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    await sleep(20)
    const found = await look()
    if (found !== false) return found
  }
  throw new Error(`It did not come about in ${seconds} s.`)
}

/** Services on a file that others share. */
async function open(dataDir: string): Promise<Services> {
  const { services, stop } = await openDiary(`file:${join(dataDir, 'cairn.db')}`, dataDir)
  onTestFinished(stop)
  return services
}

function run(services: Services, options: Parameters<typeof runJobs>[1]) {
  const jobs = runJobs(services, { pause: 20, ...options })
  onTestFinished(() => jobs.stop())
  return jobs
}

async function readDiary({ database }: Services): Promise<string[]> {
  const [diary] = await database.read(['SELECT who, what FROM diary ORDER BY id'])
  return (diary?.rows ?? []).map(({ who, what }) => `${String(who)} ${String(what)}`)
}

async function rowOf({ database }: Services, name: string): Promise<Record<string, unknown>> {
  const [found] = await database.read([{ sql: 'SELECT * FROM jobs WHERE name = ?', args: [name] }])
  return found?.rows[0] ?? {}
}

/** Another process that works on the diary, in a turn that takes a minute. */
function startOther(dataDir: string, lease: number): ChildProcess {
  const script = join(import.meta.dirname, '../support/diary-job.ts')
  const child = spawn(
    process.execPath,
    [script, `file:${join(dataDir, 'cairn.db')}`, dataDir, 'other', '60000', String(lease)],
    { stdio: 'inherit' },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function expectOneAtATime(all: [Services, ...Services[]]): Promise<void> {
  const [first] = all
  const runs = all.map((services, place) => run(services, { jobs: [diaryJob(`runner ${place}`, 30)] }))
  await until(async () => (await readDiary(first)).length >= 30)
  await Promise.all(runs.map((each) => each.stop()))

  const diary = await readDiary(first)
  expect(diary.filter((line) => line.endsWith('begins')).length).toBeGreaterThan(10)
  diary.forEach((line, place) => {
    if (line.endsWith('ends')) expect(diary[place - 1]).toBe(line.replace('ends', 'begins'))
  })
}

test('of several processes one does a job at a time', async () => {
  const dataDir = temporaryFolder()
  await expectOneAtATime(await Promise.all([open(dataDir), open(dataDir), open(dataDir)]))
})

test('of several processes on a server one does a job at a time', async (context) => {
  if (noSqld) context.skip(noSqld)
  const server = await startSqld()
  onTestFinished(() => server.dispose())
  const join = async () => {
    const { services, stop } = await openDiary(server.url, temporaryFolder())
    onTestFinished(stop)
    return services
  }
  await expectOneAtATime([await join(), await join()])
})

test('what a killed process had begun is taken over when its lease has run out, and not before', async () => {
  const dataDir = temporaryFolder()
  const services = await open(dataDir)
  const other = startOther(dataDir, 1500)
  await until(async () => (await readDiary(services)).includes('other begins'))
  run(services, { jobs: [diaryJob('heir', 0)], lease: 1500 })
  // The other is alive and renews its lease: a wait longer than that changes nothing.
  await sleep(2500)
  expect(await readDiary(services)).toEqual(['other begins'])

  other.kill('SIGKILL')
  const leasedUntil = Number((await rowOf(services, 'diary'))['leased_until'])
  await until(async () => (await readDiary(services)).includes('heir begins'))
  const { started_at } = await until(async () => rowOf(services, 'diary'))
  expect(Number(started_at)).toBeGreaterThanOrEqual(leasedUntil)
})

test('a process that stood still for longer than its lease ends its work, and leaves the job to who has it', async () => {
  const dataDir = temporaryFolder()
  const services = await open(dataDir)
  const other = startOther(dataDir, 600)
  await until(async () => (await readDiary(services)).includes('other begins'))
  other.kill('SIGSTOP')
  const heir: Job = { ...diaryJob('heir', 1500), every: 60_000 }
  run(services, { jobs: [heir], lease: 30_000 })
  await until(async () => (await readDiary(services)).includes('heir begins'))
  const { leased_by } = await rowOf(services, 'diary')
  other.kill('SIGCONT')
  await until(async () => (await readDiary(services)).includes('other is told to end'))
  await sleep(300)
  expect(await rowOf(services, 'diary')).toMatchObject({ leased_by, error: null })
  await until(async () => (await readDiary(services)).includes('heir ends'))
})

test('a job that fails is tried again after longer and longer pauses, and stops no other', async () => {
  const services = await open(temporaryFolder())
  const turns: number[] = []
  const failing: Job = {
    name: 'failing',
    every: 10,
    work() {
      turns.push(Date.now())
      return turns.length < 3 ? Promise.reject(new Error('No luck.')) : Promise.resolve()
    },
  }
  run(services, { jobs: [failing, diaryJob('anna', 0)] })
  const failed = await until(async () => {
    const row = await rowOf(services, 'failing')
    return row['failures'] === 2 && row['leased_by'] === null && row
  })
  expect(failed).toMatchObject({ error: 'No luck.', ended_at: null })
  expect((await readDiary(services)).length).toBeGreaterThan(10)

  const mended = await until(async () => {
    const row = await rowOf(services, 'failing')
    // An attempt counts as failed until it ends, and the next one begins soon.
    return row['ended_at'] !== null && row['leased_by'] === null && row
  })
  expect(mended).toMatchObject({ error: null, failures: 0 })
  const [first = 0, second = 0, third = 0] = turns
  expect(second - first).toBeGreaterThanOrEqual(1000)
  expect(third - second).toBeGreaterThanOrEqual(2000)
})

test('a stop leaves work off, and the next to look goes on with it at once', async () => {
  const dataDir = temporaryFolder()
  const services = await open(dataDir)
  const heir = await open(dataDir)
  const jobs = run(services, { jobs: [diaryJob('anna', 60_000)] })
  await until(async () => (await readDiary(services)).includes('anna begins'))
  const asked = Date.now()
  await jobs.stop()
  expect(Date.now() - asked).toBeLessThan(1000)
  expect(await rowOf(services, 'diary')).toMatchObject({ leased_by: null, error: null, failures: 0 })
  run(heir, { jobs: [diaryJob('heir', 0)] })
  await until(async () => (await readDiary(services)).includes('heir ends'), 1)
})

test('what is to be done at the start is due at each, and what is not waits for its day', async () => {
  const dataDir = temporaryFolder()
  const done: string[] = []
  const note = (name: string, more: Partial<Job>): Job => ({
    name,
    every: 60_000,
    work: async () => done.push(name),
    ...more,
  })
  const jobs = [note('daily', {}), note('at start', { atStart: true })]
  for (const turns of [2, 3]) {
    const running = run(await open(dataDir), { jobs })
    await until(async () => done.length === turns)
    await sleep(100)
    await running.stop()
  }
  expect(done.toSorted()).toEqual(['at start', 'at start', 'daily'])
})

test('while nothing is wanted nothing is written, and a fact is scored within moments', async () => {
  const app = await createTestApp()
  const { services } = app
  const writes: unknown[] = []
  const { database } = services
  const watched = {
    ...database,
    write: (statements: Parameters<typeof database.write>[0]) => (writes.push(statements), database.write(statements)),
  }
  run({ ...services, database: watched }, { pause: 1000 })
  const ended = async (name: string) => (await rowOf(services, name))['ended_at'] !== null
  await until(async () => ended('recomputeAll'))
  await sleep(1500)
  const before = writes.length
  await sleep(2500)
  expect(writes.length).toBe(before)

  await app.send('/v1/group', { userId: 'mia', groupId: 'linde', traits: { segment: 'school' } })
  await until(async () => {
    const [left] = await services.database.read(['SELECT 1 FROM accounts WHERE revision > scored_revision'])
    return left?.rows.length === 0
  }, 2)
})

test('work waits for a database that is away, and goes on by itself', async () => {
  const services = await open(temporaryFolder())
  let away = true
  const broken: Services = {
    ...services,
    database: {
      ...services.database,
      read: (statements) => (away ? Promise.reject(new Error('Away.')) : services.database.read(statements)),
    },
  }
  run(broken, { jobs: [diaryJob('anna', 0)] })
  await sleep(200)
  expect(await readDiary(services)).toEqual([])
  away = false
  await until(async () => (await readDiary(services)).includes('anna ends'))
})
