import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { expectNothingLost } from '../../support/expect-nothing-lost.ts'
import { keepSending } from '../../support/keep-sending.ts'
import { mountSmallDisk } from '../../support/small-disk.ts'
import { startApiProcess, type ServerProcess } from '../../support/start-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a full disk refuses with 503, keeps nothing by half, and takes facts again when there is room', async (context) => {
  const disk = mountSmallDisk(context, 48_000_000)
  const dataDir = join(disk, 'data')
  const server = await startApiProcess({ DATA_DIR: dataDir, RATE_LIMIT: '0' })
  onTestFinished(() => server.dispose())
  const clients = keepSending({ urls: [server.url], writeKey: server.writeKey, clients: 4, seed: 'disk' })
  await expect.poll(() => clients.ledger.acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(100)

  const ballast = join(disk, 'ballast')
  fillUp(disk, ballast)
  await expect.poll(() => clients.ledger.endings.get('503') ?? 0, { timeout: 10_000 }).toBeGreaterThan(5)
  await expect.poll(() => readiness(server), { timeout: 5000 }).toEqual([503, 'The disk of the database is full.'])
  // What was there can still be read.
  expect(await read(server, '/v1/events?limit=1')).toBe(200)
  rmSync(ballast)
  const before = clients.ledger.acknowledged.size
  await expect.poll(() => clients.ledger.acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(before + 100)
  await clients.stop()
  await expect.poll(() => readiness(server), { timeout: 5000 }).toEqual([200, undefined])
  expect(await server.stop()).toBe(0)
  expect([...clients.ledger.endings.keys()].sort()).toEqual(['200', '503'])
  await expectNothingLost(`file:${join(dataDir, 'cairn.db')}`, clients.ledger)
}, 60_000)

test('a file that cannot be written is refused with 503, and takes facts again when it can', async (context) => {
  const dataDir = temporaryFolder()
  needImmutableFiles(context, dataDir)
  const server = await startApiProcess({ DATA_DIR: dataDir, RATE_LIMIT: '0' })
  onTestFinished(() => server.dispose())
  const clients = keepSending({ urls: [server.url], writeKey: server.writeKey, clients: 4, seed: 'read-only' })
  await expect.poll(() => clients.ledger.acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(100)

  const files = ['cairn.db', 'cairn.db-wal'].map((name) => join(dataDir, name))
  onTestFinished(() => void spawnSync('chattr', ['-i', ...files]))
  expect(spawnSync('chattr', ['+i', ...files]).status).toBe(0)
  await expect.poll(() => clients.ledger.endings.get('503') ?? 0, { timeout: 10_000 }).toBeGreaterThan(5)
  expect(await read(server, '/v1/events?limit=1')).toBe(200)
  expect(spawnSync('chattr', ['-i', ...files]).status).toBe(0)
  const before = clients.ledger.acknowledged.size
  await expect.poll(() => clients.ledger.acknowledged.size, { timeout: 10_000 }).toBeGreaterThan(before + 100)
  await clients.stop()
  expect(await server.stop()).toBe(0)
  expect([...clients.ledger.endings.keys()].sort()).toEqual(['200', '503'])
  await expectNothingLost(`file:${join(dataDir, 'cairn.db')}`, clients.ledger)
}, 60_000)

/** Takes all room but a few kilobytes, then those. */
function fillUp(folder: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const file = openSync(ballast, 'w')
  try {
    for (let left = bavail; left >= 0; left--) writeSync(file, Buffer.alloc(bsize))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}

/** Permissions do not stop root: only an immutable file does, on file systems that mind it for files that are open. */
function needImmutableFiles(context: TestContext, folder: string): void {
  const probe = join(folder, 'probe')
  writeFileSync(probe, '')
  const file = openSync(probe, 'a')
  try {
    if (spawnSync('chattr', ['+i', probe]).status !== 0) context.skip('No file can be made immutable here.')
    let wasWritten = true
    try {
      writeSync(file, 'x')
    } catch {
      wasWritten = false
    }
    spawnSync('chattr', ['-i', probe])
    if (wasWritten) context.skip('The file system lets an open file be written after it was made immutable.')
  } finally {
    closeSync(file)
    rmSync(probe, { force: true })
  }
}

async function readiness(server: ServerProcess): Promise<[status: number, detail: string | undefined]> {
  const response = await fetch(`${server.url}/readyz`)
  const { detail } = (await response.json()) as { detail?: string }
  return [response.status, detail]
}

async function read(server: ServerProcess, path: string): Promise<number> {
  const response = await fetch(server.url + path, { headers: { Authorization: `Bearer ${server.secretKey}` } })
  await response.arrayBuffer()
  return response.status
}
