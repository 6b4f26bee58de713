import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredEvent } from '../../../api/contract/events.ts'
import type { TestApp } from '../../support/create-test-app.ts'
import { listen } from '../../support/listen.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../../..')

/** A run of `npm run import`. */
export interface ImportRun {
  child: ChildProcess
  /** Its exit code and all that it said. */
  done: Promise<{ code: number | null; said: string }>
}

/** Writes a file into a folder of the test. @returns its path. */
export function makeFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

export const jsonLines = (values: object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Starts the command in a process of its own. */
export function startImport(args: string[], { url, secretKey }: { url: string; secretKey: string }): ImportRun {
  const child = spawn(process.execPath, [join(root, 'scripts/import.ts'), ...args, '--url', url], {
    cwd: root,
    env: { ...process.env, SECRET_KEY: secretKey },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const done = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }))
  })
  return { child, done }
}

/** Runs the command against a test's API, over real HTTP. */
export async function runImport(app: TestApp, ...args: string[]): Promise<{ code: number | null; said: string }> {
  return startImport(args, { url: await listen(app), secretKey: app.services.keys.secret }).done
}

/** Every fact, as exported. */
export async function exportAll(app: TestApp): Promise<StoredEvent[]> {
  const headers = { Authorization: `Bearer ${app.services.keys.secret}` }
  const text = await (await app.request('/v1/events/export', { headers })).text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as StoredEvent)
}
