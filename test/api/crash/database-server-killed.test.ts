import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createRandom } from '../../../scripts/demo/create-random.ts'
import { expectNothingLost } from '../../support/expect-nothing-lost.ts'
import { keepSending } from '../../support/keep-sending.ts'
import { startApiProcess } from '../../support/start-server.ts'
import { noSqld, startSqld } from '../../support/start-sqld.ts'

const seed = process.env['CRASH_SEED'] ?? String(Date.now())
const kills = 6

test(`nothing acknowledged is lost when a server's primary is killed ${kills} times under two processes (CRASH_SEED=${seed})`, async (context) => {
  if (noSqld) context.skip(noSqld)
  const random = createRandom(seed)
  const sqld = await startSqld()
  onTestFinished(() => sqld.dispose())
  const environment = {
    DATABASE_URL: sqld.url,
    WRITE_KEY: 'pk_test_0123456789abcdef',
    SECRET_KEY: 'sk_test_0123456789abcdef',
    RATE_LIMIT: '0',
  }
  const servers = await Promise.all([startApiProcess(environment), startApiProcess(environment)])
  for (const server of servers) onTestFinished(() => server.dispose())
  const urls = servers.map((server) => server.url)
  const clients = keepSending({ urls, writeKey: environment.WRITE_KEY, clients: 6, seed, pauseWhenRefused: 60 })

  for (let kill = 0; kill < kills; kill++) {
    await wait(random.whole(300, 1500))
    await sqld.kill()
    // Long enough for clients to be refused.
    await wait(150)
    await sqld.start()
  }
  // Both processes take facts again by themselves.
  const before = clients.ledger.acknowledged.size
  await wait(500)
  await clients.stop()
  const { ledger } = clients
  expect(ledger.acknowledged.size).toBeGreaterThan(before)
  for (const url of urls) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  for (const server of servers) expect(await server.stop()).toBe(0)

  expect(ledger.endings.get('503')).toBeGreaterThan(kills)
  // No connection to the API itself was cut, and nothing was answered but 200 and 503.
  expect([...ledger.endings.keys()].sort()).toEqual(['200', '503'])
  await expectNothingLost(sqld.url, ledger)
}, 90_000)
