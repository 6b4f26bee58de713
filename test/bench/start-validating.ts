import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server in a process of its own that reads and checks everything, and stores nothing. */
export async function startValidating(): Promise<{ url: string; writeKey: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  const writeKey = 'pk_bench_0123456789abcdef'
  const child = fork(join(import.meta.dirname, 'validating-server.ts'), {
    env: { ...process.env, DATA_DIR: folder, WRITE_KEY: writeKey, RATE_LIMIT: '0', LOG_LEVEL: 'warn' },
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)))
    child.once('exit', (code) => reject(new Error(`The server that stores nothing ended with ${code}.`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    writeKey,
    stop() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true })
    },
  }
}
