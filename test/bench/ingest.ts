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
/** Loads and parts take turns, so that whatever else the machine does meets both. */
const rounds = 2
const turn = seconds / rounds
const shortTurn = Math.max(0.25, turn / 4)

/** What was measured, a value for each round. */
interface Measured {
  singles: LoadResult[]
  batches: LoadResult[]
  insertEach: number[]
  insertStatements: number[]
  insertJson: number[]
  validation: number[]
}

/** Every load and every part of it, on a server with data of its own, and proof that what it accepted is on disk. */
async function measureAll(): Promise<Measured> {
  const server = await startServerProcess({ RATE_LIMIT: '0' })
  const measured: Measured = {
    singles: [],
    batches: [],
    insertEach: [],
    insertStatements: [],
    insertJson: [],
    validation: [],
  }
  try {
    let place = 0
    const { url, writeKey } = server
    const shared = { writeKey, seconds: turn }
    for (let round = 0; round < rounds; round++) {
      const single = {
        url: `${url}/v1/track`,
        connections: 64,
        eventsInBody: 1,
        body: () => JSON.stringify(makeMessage(place++)),
      }
      measured.singles.push(await loadServer({ ...shared, ...single }))
      measured.insertEach.push(await measureInserts('single', shortTurn))
      const batch = {
        url: `${url}/v1/batch`,
        connections: 32,
        eventsInBody: batchSize,
        body: () => JSON.stringify({ batch: Array.from({ length: batchSize }, () => makeMessage(place++)) }),
      }
      measured.batches.push(await loadServer({ ...shared, ...batch }))
      measured.insertStatements.push(await measureInserts('statements', shortTurn))
      measured.insertJson.push(await measureInserts('json', shortTurn))
      measured.validation.push(measureValidation(shortTurn))
    }
    await server.stop()
    const accepted = [...measured.singles, ...measured.batches].reduce((sum, { events }) => sum + events, 0)
    await expectStored(join(server.dataDir, 'cairn.db'), accepted)
    return measured
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

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const speed = (loads: LoadResult[]): number => mean(loads.map(({ events, seconds: took }) => events / took))
const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString('en').padStart(10)
const loadLine = (name: string, loads: LoadResult[]): string => {
  const latencies = loads.flatMap((load) => load.latencies).sort((one, other) => one - other)
  const milliseconds = [0.5, 0.99].map((share) => percentile(latencies, share).toFixed(1).padStart(9))
  return `  ${name.padEnd(40)}${rate(speed(loads))}${milliseconds.join('')}`
}
const rawLine = (name: string, perSecond: number): string => `  ${name.padEnd(40)}${rate(perSecond)}`
const ratioLine = (name: string, ratio: number): string => `  ${name.padEnd(40)}${ratio.toFixed(2).padStart(10)}`

const [processor] = cpus()
console.log(`${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), Node ${process.version}`)
console.log(`Client and server share this machine. ${seconds} s for each load, in ${rounds} turns …`)

const measured = await measureAll()
const { singles, batches } = measured
const insertEach = mean(measured.insertEach)
const insertStatements = mean(measured.insertStatements)
const insertJson = mean(measured.insertJson)

console.log(`
  ${'Over HTTP, on disk before the answer'.padEnd(40)}${'events/s'.padStart(10)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}
${loadLine(`batches of ${batchSize}, 32 connections`, batches)}
${loadLine('one by one, 64 connections', singles)}

  ${'Parts of it alone'.padEnd(40)}${'events/s'.padStart(10)}
${rawLine('raw insert, 500 statements a transaction', insertStatements)}
${rawLine('raw insert, 500 rows as one JSON', insertJson)}
${rawLine('raw insert, one a transaction', insertEach)}
${rawLine('parsing and validation', mean(measured.validation))}

  Ratios
${ratioLine('batches : best raw insert', speed(batches) / Math.max(insertStatements, insertJson))}
${ratioLine('one by one : an insert per request', speed(singles) / insertEach)}
`)
