import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createRandom } from '../../../scripts/demo/create-random.ts'
import { expectNothingLost } from '../../support/expect-nothing-lost.ts'
import { keepSending } from '../../support/keep-sending.ts'
import { startApiProcess } from '../../support/start-server.ts'

const seed = process.env['CRASH_SEED'] ?? String(Date.now())
const kills = 20

test(`nothing acknowledged is lost when the server is killed ${kills} times (CRASH_SEED=${seed})`, async () => {
  const random = createRandom(seed)
  let server = await startApiProcess({ RATE_LIMIT: '0' })
  onTestFinished(() => server.dispose())
  const { url, dataDir, writeKey } = server
  const again = { RATE_LIMIT: '0', DATA_DIR: dataDir, PORT: new URL(url).port }
  const clients = keepSending({ urls: [url], writeKey, clients: 6, seed })

  for (let kill = 0; kill < kills; kill++) {
    await wait(random.whole(20, 700))
    await server.stop('SIGKILL')
    server = await startApiProcess(again)
  }
  await wait(300)
  await clients.stop()
  expect(await server.stop()).toBe(0)

  const { ledger } = clients
  expect(ledger.acknowledged.size).toBeGreaterThan(1000)
  // Kills met requests that were under way.
  expect(ledger.endings.get('cut')).toBeGreaterThan(kills)
  await expectNothingLost(`file:${join(dataDir, 'cairn.db')}`, ledger)
}, 240_000)
