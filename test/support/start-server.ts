import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  url: string
  dataDir: string
  writeKey: string
  secretKey: string
  process: ChildProcess
  /** What it has printed so far. */
  output(): string
  /** Sends the signal and waits for the end. @returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Stops it and removes its data. */
  dispose(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const readyWithinMilliseconds = 120_000

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Starts the API without pages, which needs no build. */
export const startApiProcess = (environment: Record<string, string> = {}): Promise<ServerProcess> =>
  startServerProcess(environment, 'test/support/serve-api.ts')

/**
 * Starts the server on a free port and waits until it says that it is ready.
 *
 * @param environment - Variables besides PORT and DATA_DIR.
 * @param script - What to run, from the root of the project.
 * @param project - Root of the project; a copy of it has content of its own.
 */
export async function startServerProcess(
  environment: Record<string, string> = {},
  script = 'scripts/start.ts',
  project = root,
): Promise<ServerProcess> {
  const dataDir = environment['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'cairn-server-'))
  const port = environment['PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, [join(project, script)], {
    cwd: project,
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment, PORT: port, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

  const deadline = Date.now() + readyWithinMilliseconds
  while (!printed.includes('Cairn is ready')) {
    const isEnded = child.exitCode !== null
    if (isEnded || Date.now() > deadline) {
      child.kill('SIGKILL')
      if (environment['DATA_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true })
      const what = isEnded ? 'ended before it was ready' : `was not ready in ${readyWithinMilliseconds / 1000} s`
      throw new Error(`The server ${what}:\n${printed}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const key = (name: string, variable: string) =>
    environment[variable] ?? readFileSync(join(dataDir, name), 'utf8').trim()
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    writeKey: key('write-key', 'WRITE_KEY'),
    secretKey: key('secret-key', 'SECRET_KEY'),
    process: child,
    output: () => printed,
    stop,
    async dispose() {
      if (child.exitCode === null) await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
