import { existsSync, readFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'
import { startApiProcess, type ServerProcess } from '../support/start-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const facts = 200_000
const mostGrowth = 60_000_000

/** A data folder with many facts of some size; those of jonas come first and are few. */
async function makeFolder(): Promise<string> {
  const dataDir = temporaryFolder()
  const database = await openDatabase({ url: `file:${join(dataDir, 'cairn.db')}` })
  await migrate(database)
  await database.client.execute({
    sql: `
      WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :count)
      INSERT INTO events (message_id, type, user_id, timestamp, received_at, properties, traits, context)
      SELECT 'm' || n, 'page', iif(n < 10000, 'jonas', NULL), n, n, '{"text":"' || :text || '"}', '{}', '{}' FROM numbers`,
    args: { count: facts, text: 'x'.repeat(300) },
  })
  await database.close()
  return dataDir
}

/** Bytes of memory that a process holds. */
function memoryOf({ process: { pid } }: ServerProcess): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** Waits until a process takes no more memory. */
async function comesToRest(server: ServerProcess): Promise<void> {
  for (let last = 0, now = memoryOf(server); now - last > 1_000_000; now = memoryOf(server)) {
    last = now
    await wait(700)
  }
}

const open = ({ url, secretKey }: ServerProcess, query: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { Authorization: `Bearer ${secretKey}` }
    get(`${url}/v1/events/export${query}`, { headers }, resolve).on('error', reject)
  })

test(`an export of ${facts} facts to a slow reader takes the server little memory`, async (context) => {
  if (!existsSync('/proc/self/status')) context.skip('The memory of another process cannot be read here.')
  const server = await startApiProcess({ DATA_DIR: await makeFolder() })
  onTestFinished(() => server.dispose())
  // What the first export compiles and keeps is not what one of any length needs.
  for await (const _ of await open(server, '?user=jonas'));

  const before = memoryOf(server)
  let most = before
  let lines = 0
  let bytes = 0
  for await (const chunk of (await open(server, '')) as AsyncIterable<Buffer>) {
    // It takes nothing for as long as more is made ready for it, then two megabytes at a time.
    if (bytes === 0) await comesToRest(server)
    const isPause = Math.floor((bytes + chunk.length) / 2_000_000) > Math.floor(bytes / 2_000_000)
    if (isPause) await wait(20)
    if (isPause || bytes === 0) most = Math.max(most, memoryOf(server))
    bytes += chunk.length
    lines += chunk.toString('latin1').split('\n').length - 1
  }
  expect(lines).toBe(facts)
  // It would not fit, however the server kept it.
  expect(bytes).toBeGreaterThan(mostGrowth * 1.5)
  expect(most - before).toBeLessThan(mostGrowth)
}, 60_000)
