import { buildAll } from './build.ts'
import { runServer } from './run-server.ts'

await runServer({ prepare: () => buildAll({ onlyStale: true }) })
