import { buildAll } from './build.ts'
import { bringInSample } from './demo/bring-in-sample.ts'
import { runServer } from './run-server.ts'

// Samples and customers never share a folder.
process.env.DATA_DIR ||= './data/demo'
process.env.DEMO ||= 'on'

await runServer({
  command: 'npm run demo',
  prepare: () => buildAll({ onlyStale: true }),
  started: async ({ services }) => {
    const started = performance.now()
    const isTerminal = process.stdout.isTTY
    await bringInSample(services, (sentence) => {
      if (isTerminal) process.stdout.write(`\r\x1b[2K${sentence}`)
      else console.log(sentence)
    })
    if (isTerminal) process.stdout.write('\n')
    console.log(`The sample is ready after ${((performance.now() - started) / 1000).toFixed(1)} s.`)
  },
})
