import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../api/db/open.ts'
import { startApiProcess } from '../../support/start-server.ts'
import { noSqld, startSqld } from '../../support/start-sqld.ts'

test('a transaction whose lock the server gave to another is done again, and nobody hears of it', async (context) => {
  if (noSqld) context.skip(noSqld)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const server = await startApiProcess({ DATABASE_URL: sqld.url })
  onTestFinished(() => server.dispose())
  const other = await openDatabase({ url: sqld.url, timeout: 20_000 })
  onTestFinished(() => other.close())

  // A fact that takes longer than the 5 s after which a lock is given away, for as long as there is work.
  const work = 'SELECT count(*) FROM work AS one, work AS two WHERE one.n + two.n < 0'
  const fill = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)
    INSERT INTO work SELECT n FROM numbers`
  await other.write(['CREATE TABLE work (n)', 'CREATE TABLE attempts (n)', { sql: fill, args: { count: 3000 } }])
  const begun = performance.now()
  await other.read([work])
  const count = Math.round(3000 * Math.sqrt(7000 / (performance.now() - begun)))
  await other.write([
    'DELETE FROM work',
    { sql: fill, args: { count } },
    `CREATE TRIGGER slow AFTER INSERT ON events BEGIN
      ${work};
      INSERT INTO attempts SELECT count(*) FROM work;
    END`,
  ])

  const sent = fetch(`${server.url}/v1/track`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.writeKey}` },
    body: JSON.stringify({ userId: 'mia', event: 'signed_in' }),
  })
  await wait(500)
  // Waits for the lock until it is taken from the fact.
  await other.write(['DELETE FROM work'])
  const answer = await sent
  expect([answer.status, await answer.json()]).toMatchObject([200, { accepted: 1 }])
  const [attempts] = await other.read(['SELECT n FROM attempts'])
  expect(attempts?.rows).toMatchObject([{ n: 0 }])
  expect(server.process.exitCode).toBeNull()
}, 60_000)
