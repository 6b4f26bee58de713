import { buildAll } from './build.ts'
import { runServer } from './run-server.ts'

await runServer({ command: 'npm start', prepare: () => buildAll({ onlyStale: true }) })
