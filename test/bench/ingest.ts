import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../api/db/open.ts'
import { startServerProcess } from '../support/start-server.ts'
import { loadServer, percentile, type LoadResult } from './load-server.ts'
import { makeMessage } from './make-message.ts'
import { measureInserts, measureValidation } from './measure-inserts.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } })
const seconds = Number(values.seconds)
if (!(seconds > 0)) throw new Error(`--seconds takes a number above 0; it is "${values.seconds}".`)

const batchSize = 50

/** Both loads on a server of their own data, and proof that what it accepted is on disk. */
async function measureServer(): Promise<{ singles: LoadResult; batches: LoadResult }> {
  const server = await startServerProcess({ RATE_LIMIT: '0' })
  try {
    let place = 0
    const { url, writeKey } = server
    const shared = { writeKey, seconds }
    const singles = await loadServer({
      ...shared,
      url: `${url}/v1/track`,
      connections: 64,
      eventsInBody: 1,
      body: () => JSON.stringify(makeMessage(place++)),
    })
    const batches = await loadServer({
      ...shared,
      url: `${url}/v1/batch`,
      connections: 32,
      eventsInBody: batchSize,
      body: () => JSON.stringify({ batch: Array.from({ length: batchSize }, () => makeMessage(place++)) }),
    })
    await server.stop()
    await expectStored(join(server.dataDir, 'cairn.db'), singles.events + batches.events)
    return { singles, batches }
  } finally {
    await server.dispose()
  }
}

/** A rate is only worth printing for what is really there. */
async function expectStored(file: string, expected: number): Promise<void> {
  const { client } = await openDatabase({ url: `file:${file}` })
  const { rows } = await client.execute('SELECT count(*) AS stored FROM events')
  client.close()
  const stored = Number(rows[0]?.['stored'])
  if (stored !== expected) throw new Error(`The server accepted ${expected} events, and ${stored} are on disk.`)
}

const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString('en').padStart(10)
const loadLine = (name: string, { events, seconds: took, latencies }: LoadResult): string => {
  const milliseconds = [0.5, 0.99].map((share) => percentile(latencies, share).toFixed(1).padStart(9))
  return `  ${name.padEnd(40)}${rate(events / took)}${milliseconds.join('')}`
}
const rawLine = (name: string, perSecond: number): string => `  ${name.padEnd(40)}${rate(perSecond)}`
const ratioLine = (name: string, ratio: number): string => `  ${name.padEnd(40)}${ratio.toFixed(2).padStart(10)}`

const [processor] = cpus()
console.log(`${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), Node ${process.version}`)
console.log(`Client and server share this machine. ${seconds} s for each load …`)

const { singles, batches } = await measureServer()
const short = Math.max(0.5, seconds / 4)
const validation = measureValidation(short)
const insertEach = await measureInserts('single', short)
const insertStatements = await measureInserts('statements', short)
const insertJson = await measureInserts('json', short)
const ceiling = Math.max(insertStatements, insertJson)

console.log(`
  ${'Over HTTP, on disk before the answer'.padEnd(40)}${'events/s'.padStart(10)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}
${loadLine(`batches of ${batchSize}, 32 connections`, batches)}
${loadLine('one by one, 64 connections', singles)}

  ${'Parts of it alone'.padEnd(40)}${'events/s'.padStart(10)}
${rawLine('raw insert, 500 statements a transaction', insertStatements)}
${rawLine('raw insert, 500 rows as one JSON', insertJson)}
${rawLine('raw insert, one a transaction', insertEach)}
${rawLine('parsing and validation', validation)}

  Ratios
${ratioLine('batches : best raw insert', batches.events / batches.seconds / ceiling)}
${ratioLine('one by one : an insert per request', singles.events / singles.seconds / insertEach)}
`)
