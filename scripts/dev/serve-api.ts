import { join } from 'node:path'
import { readSettings, type Settings } from '../../api/env.ts'
import { startServer } from '../../api/server.ts'
import { explain } from '../run-server.ts'

const root = join(import.meta.dirname, '../..')

let settings: Settings | undefined
try {
  settings = readSettings(process.env)
  const server = await startServer(settings, { root, dist: join(root, 'dist/dev') })
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void server.close().finally(() => process.exit(0))
  }
  // Ctrl-C reaches every process of the terminal, and one whose parent was killed hears nothing else.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, stop)
  process.send?.('ready')
} catch (error) {
  console.error(explain(error, settings))
  process.exit(1)
}
