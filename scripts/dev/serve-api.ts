import { join } from 'node:path'
import { readSettings } from '../../api/env.ts'
import { startServer } from '../../api/server.ts'
import { endOnSignal } from '../serve/end-on-signal.ts'
import { explainError } from '../serve/explain-error.ts'

const root = join(import.meta.dirname, '../..')

try {
  const server = await startServer(readSettings(process.env), { root, dist: join(root, 'dist/dev') })
  endOnSignal(() => server.close())
  // One whose parent was killed hears nothing else.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.send?.('ready')
} catch (error) {
  console.error(explainError(error))
  process.exit(1)
}
