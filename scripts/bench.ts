import { join } from 'node:path'
import { buildAll } from './build.ts'
import { runCommand } from './run-command.ts'

// Built first, so that the load finds a server that has nothing else to do.
await buildAll({ onlyStale: true })
process.exitCode = await runCommand(process.execPath, [
  join(import.meta.dirname, '../test/bench/ingest.ts'),
  ...process.argv.slice(2),
])
