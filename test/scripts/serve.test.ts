import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { LibsqlError } from '@libsql/client'
import { expect, onTestFinished, test } from 'vitest'
import { SettingsError } from '../../api/env.ts'
import { BuildError } from '../../scripts/build-error.ts'
import { needPorts } from '../../scripts/dev/need-ports.ts'
import { explainError } from '../../scripts/serve/explain-error.ts'
import { readyBlock } from '../../scripts/serve/ready-block.ts'

const host = '127.0.0.1'

/** Takes a port for the length of a test. */
async function takePort(port = 0): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('the port of the API that is taken is named with what it is for', async () => {
  const taken = await takePort()
  await expect(needPorts({ host, port: taken - 1 })).rejects.toThrow(
    `Port ${taken} is taken, where the API would run beside the pages on ${taken - 1}. End what runs there, or choose another: PORT=${taken + 1} npm run dev`,
  )
})

test('the port of the pages that is taken is named first', async () => {
  const taken = await takePort()
  await expect(needPorts({ host, port: taken })).rejects.toThrow(`Port ${taken} is taken. End what runs there`)
})

test('a port that is taken is named before anything is built', async () => {
  const taken = await takePort()
  const start = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/demo.ts')], {
    env: {
      ...process.env,
      PORT: String(taken),
      HOST: host,
      DATA_DIR: '/nowhere',
      PUBLIC_URL: 'https://never.built.test',
    },
  })
  onTestFinished(() => void start.kill('SIGKILL'))
  let printed = ''
  for (const stream of [start.stdout, start.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  expect(await new Promise((resolve) => start.once('close', resolve))).toBe(1)
  expect(printed).toBe(
    `Port ${taken} is taken. End what runs there, or choose another: PORT=${taken + 1} npm run demo\n`,
  )
})

test('an error that the environment causes says what to do, another keeps its stack', async () => {
  expect(explainError(new SettingsError('PORT must be a number.'))).toBe(
    'The environment cannot be used:\nPORT must be a number.',
  )
  expect(explainError(new BuildError('Correct this.'))).toBe('Correct this.')
  const taken = await takePort()
  const refused: unknown = await takePort(taken).catch((error: unknown) => error)
  expect(explainError(refused)).toBe(
    `Port ${taken} is taken. End what runs there, or choose another: PORT=${taken + 1} npm start`,
  )
  expect(explainError(Object.assign(new Error(), { code: 'EACCES', port: 80 }))).toBe(
    'Port 80 is not for this user. Choose one from 1024 on: PORT=3000 npm start',
  )
  expect(explainError(new LibsqlError('database is locked', 'SQLITE_BUSY'))).toBe(
    'Another process holds the database and does not let go of it. Find out which, and try again when it is done.',
  )
  expect(explainError(new Error('A fault of ours'))).toMatch(/^Error: A fault of ours\n\s+at /)
})

test('what stands in the block at the start is aligned, and never the secret key itself', () => {
  const settings = { dataDir: '/data', secretKey: 'sk_that_nobody_may_read', demo: true }
  const block = readyBlock({ at: 'http://a.test', settings, writeKey: 'pk_1', more: { Search: 'works' } })
  expect(block).toContain(
    [
      '  Help center  http://a.test/',
      '  Demo app     http://a.test/demo/',
      '  Console      http://a.test/console/   (sign in with the secret key: SECRET_KEY)',
      '  API docs     http://a.test/v1/docs',
      '  Write key    pk_1',
      '  Search       works',
    ].join('\n'),
  )
  const other = readyBlock({ at: '', settings: { ...settings, secretKey: undefined, demo: false }, writeKey: '' })
  expect(other).toContain('/data/secret-key')
  expect(other).toContain('Demo app     off (DEMO=on serves it)')
})

/** A process whose work takes that long to end. */
async function startWork(milliseconds: number) {
  const path = join(import.meta.dirname, '../../scripts/serve/end-on-signal.ts')
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { endOnSignal } from ${JSON.stringify(path)}
    const alive = setInterval(() => {}, 1000)
    endOnSignal(() => { console.log('ending'); return new Promise((done) => setTimeout(done, ${milliseconds})) })
    console.log('ready')`,
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const printing = async (text: string) => {
    while (!printed.includes(text)) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await printing('ready')
  return { child, printing, code: new Promise((resolve) => child.once('exit', resolve)), printed: () => printed }
}

test('the first signal lets the work end', async () => {
  const { child, code, printed } = await startWork(50)
  child.kill('SIGTERM')
  expect(await code).toBe(0)
  expect(printed()).toBe('ready\nending\n')
})

test('the second Ctrl-C waits for nothing, a second request to end changes nothing', async () => {
  const { child, printing, code, printed } = await startWork(60_000)
  child.kill('SIGTERM')
  await printing('ending')
  child.kill('SIGTERM')
  child.kill('SIGINT')
  expect(await code).toBe(130)
  expect(printed()).toBe('ready\nending\n')
})
