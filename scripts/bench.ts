import { join } from 'node:path'
import { buildAll } from './build.ts'
import { runCommand } from './run-command.ts'

// Built first, so that the load finds a server that has nothing else to do.
await buildAll({ onlyStale: true })
const [bench = 'ingest', ...options] = process.argv.slice(2)
process.exitCode = await runCommand(process.execPath, [
  join(import.meta.dirname, `../test/bench/${bench}.ts`),
  ...options,
])
