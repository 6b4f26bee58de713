import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../api/db/open.ts'
import { expectNothingLost } from '../../support/expect-nothing-lost.ts'
import { keepSending } from '../../support/keep-sending.ts'
import { startApiProcess } from '../../support/start-server.ts'

/** Milliseconds: far less than the 5 s after which connections are cut. */
const stopsWithin = 3000

test('a stop under load writes everything that was accepted, refuses the rest, and ends in time', async () => {
  const server = await startApiProcess({ RATE_LIMIT: '0' })
  onTestFinished(() => server.dispose())
  const { url, dataDir, writeKey } = server
  const clients = keepSending({ urls: [url], writeKey, clients: 8, seed: 'stop' })
  await wait(1000)
  const before = clients.ledger.acknowledged.size
  const asked = performance.now()
  expect(await server.stop('SIGTERM')).toBe(0)
  const took = performance.now() - asked
  await clients.stop()

  const { ledger } = clients
  expect(before).toBeGreaterThan(100)
  expect(took).toBeLessThan(stopsWithin)
  expect([...ledger.endings.keys()].filter((ending) => !['200', '503', 'cut'].includes(ending))).toEqual([])
  const file = `file:${join(dataDir, 'cairn.db')}`
  await expectNothingLost(file, ledger)
  // Nobody was left in doubt: what is there was answered.
  const database = await openDatabase({ url: file })
  const { rows } = await database.client.execute('SELECT count(*) FROM events')
  await database.close()
  expect(Number(rows[0]?.[0])).toBe(ledger.acknowledged.size)
}, 30_000)
