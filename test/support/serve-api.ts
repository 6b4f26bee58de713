import { join } from 'node:path'
import { readSettings } from '../../api/env.ts'
import { startServer } from '../../api/server.ts'
import { endOnSignal } from '../../scripts/serve/end-on-signal.ts'
import { explainError } from '../../scripts/serve/explain-error.ts'

// The server as a process, without pages: what tests of the API kill needs no build. With TEST_DIST it serves those that
// were built last, whatever PUBLIC_URL is; TEST_ROOT has other definitions. A test may not want to wait as long for slow
// requests as a server does.
const dist = process.env['TEST_DIST']
const milliseconds = Number(process.env['TEST_PATIENCE'])

try {
  const server = await startServer(readSettings(process.env), {
    root: process.env['TEST_ROOT'] ?? join(import.meta.dirname, '../..'),
    ...(dist ? { dist } : {}),
    ...(milliseconds ? { patience: { headers: milliseconds, request: milliseconds } } : {}),
  })
  endOnSignal(() => server.close())
  console.log(`Cairn is ready at ${server.url}`)
} catch (error) {
  console.error(explainError(error))
  process.exit(1)
}
