import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../api/db/open.ts'
import { noSqld, startSqld } from '../../support/start-sqld.ts'

const root = join(import.meta.dirname, '../../..')

/** Runs a process of the project, and what became of it: its exit code, or the signal that it ended by. */
function run(...args: string[]) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, ended: once(child, 'exit').then(([code, signal]) => (code ?? signal) as unknown) }
}

test('a transaction whose lock the server gave to another is done again, and nobody hears of it', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const other = await openDatabase({ url: sqld.url, timeout: 30_000 })
  onTestFinished(() => other.close())
  const fill = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
    INSERT INTO work SELECT n FROM numbers`
  await other.write(['CREATE TABLE work (n)', 'CREATE TABLE attempts (n)', fill])

  // Each takes a moment for as long as there is work, and all of them far longer than a lock is left to anybody.
  const work = 'SELECT count(*) FROM work AS one, work AS two WHERE one.n + two.n < 0'
  const slow = [...Array.from({ length: 150 }, () => work), 'INSERT INTO attempts SELECT count(*) FROM work']
  const { child, ended } = run('test/support/write-process.ts', sqld.url, JSON.stringify(slow))
  await once(child.stdout, 'data')
  await wait(1000)
  const begun = performance.now()
  await other.write(['DELETE FROM work'])
  expect(performance.now() - begun).toBeGreaterThan(3000)

  expect(await ended).toBe(0)
  const [attempts] = await other.read(['SELECT n FROM attempts'])
  expect(attempts?.rows).toMatchObject([{ n: 0 }])
}, 60_000)

test.each<[title: string, rejected: string, ended: number]>([
  [
    'what the client keeps to itself of a lost lock ends no process',
    `Object.assign(new Error(), { code: 'TRANSACTION_TIMEOUT' })`,
    0,
  ],
  ['a lost lock that somebody heard of and did not handle ends it', `new LibsqlError('', 'TRANSACTION_TIMEOUT')`, 1],
  ['another failure ends it', `Object.assign(new Error(), { code: 'SQLITE_BUSY' })`, 1],
  ['what is no error ends it', 'undefined', 1],
])('%s, while the database closes', async (_, rejected, ended) => {
  const script = `
    import { LibsqlError } from '@libsql/client'
    import { outliveLostLocks } from './api/db/lost-lock.ts'
    const end = outliveLostLocks()
    Promise.reject(${rejected})
    end()`
  expect(await run('--input-type=module', '--eval', script).ended).toBe(ended)
})
