import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../api/db/open.ts'
import { createRandom } from '../../../scripts/demo/create-random.ts'
import { expectRollups } from '../../support/expect-rollups.ts'
import { rowsWith } from '../../support/rows-with.ts'
import { startApiProcess, type ServerProcess } from '../../support/start-server.ts'

const seed = process.env['CRASH_SEED'] ?? String(Date.now())
const kills = 3

const events = ['signed_in', 'invoice_sent', 'lesson_booked']

/** Sends what two people did in two accounts, on many days; of three facts two are of her who is erased. */
async function sendHistories({ url, writeKey }: ServerProcess, batches: number): Promise<void> {
  const headers = { Authorization: `Bearer ${writeKey}`, 'Content-Type': 'application/json' }
  const day = 24 * 3_600_000
  for (let batch = 0; batch < batches; batch++) {
    const messages = Array.from({ length: 500 }, (_, place) => {
      const n = batch * 500 + place
      const who =
        n % 3 === 0 ? { userId: 'jonas' } : n % 3 === 1 ? { userId: 'mia' } : { anonymousId: 'visitor-of-mia' }
      const timestamp = new Date(Date.now() - 300 * day + (n % 290) * day).toISOString()
      const context = n % 5 === 0 ? {} : { groupId: n % 2 ? 'linde' : 'tilleul' }
      return { type: 'track', messageId: `m${n}`, ...who, event: events[(n % 7) % 3], timestamp, context }
    })
    const known = {
      type: 'identify',
      userId: 'mia',
      anonymousId: 'visitor-of-mia',
      traits: { email: 'mia@example.com' },
    }
    const body = JSON.stringify({ batch: batch === 1 ? [known] : messages })
    expect((await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })).status).toBe(200)
  }
}

test(`an erasure that is killed ${kills} times ends by itself and leaves nothing of the person (CRASH_SEED=${seed})`, async () => {
  const random = createRandom(seed)
  let server = await startApiProcess({ RATE_LIMIT: '0' })
  onTestFinished(() => server.dispose())
  const { url, dataDir, secretKey } = server
  const again = { RATE_LIMIT: '0', DATA_DIR: dataDir, PORT: new URL(url).port }
  await sendHistories(server, 100)
  const database = await openDatabase({ url: `file:${join(dataDir, 'cairn.db')}` })
  onTestFinished(() => database.close())
  const count = async (sql: string) => Number((await database.client.execute(sql)).rows[0]?.[0])
  const theirs = () => count("SELECT count(*) FROM events WHERE user_id = 'mia'")

  const erase = () =>
    fetch(`${url}/v1/users/mia`, { method: 'DELETE', headers: { Authorization: `Bearer ${secretKey}` } })
  let left = await theirs()
  for (let kill = 0; kill < kills; kill++) {
    const cut = erase().catch(() => 'cut')
    await expect.poll(theirs, { interval: 5, timeout: 10_000 }).toBeLessThan(left)
    await wait(random.whole(0, 150))
    await server.stop('SIGKILL')
    // It was killed in the middle: nobody was told that it had ended.
    expect(await cut).toBe('cut')
    left = await theirs()
    expect(left).toBeGreaterThan(0)
    expect(await count('SELECT count(*) FROM erasures')).toBe(1)
    server = await startApiProcess(again)
  }
  // A job that was killed, too, is taken over when its lease has run out.
  await expect.poll(() => count('SELECT count(*) FROM erasures'), { interval: 200, timeout: 60_000 }).toBe(0)
  expect(await server.stop()).toBe(0)

  expect(await rowsWith(database, 'mia')).toEqual([])
  expect(await theirs()).toBe(0)
  expect(await count('SELECT count(*) FROM events')).toBeGreaterThan(10_000)
  await expectRollups(database, ['event_totals', 'daily_events', 'daily_users', 'users'])
}, 120_000)
