import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../api/db/open.ts'
import { startServerProcess } from '../support/start-server.ts'
import { fillEvents } from './fill-events.ts'
import { loadServer, settleLoad, type Load, type LoadResult } from './load-server.ts'
import { bodySource, type IdKind } from './make-message.ts'
import { insertWays, measureInserts, type InsertWay } from './measure-inserts.ts'
import { head, loadLine, mean, rateLine, ratioLine, speed } from './print-lines.ts'
import { startValidating } from './start-validating.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    filled: { type: 'string', default: '0' },
    /** A folder that keeps its file, so that a large one is filled once. */
    in: { type: 'string' },
  },
})
const seconds = Number(values.seconds)
const filled = Number(values.filled)
if (!(seconds > 0)) throw new Error(`--seconds takes a number above 0; it is "${values.seconds}".`)
if (!(filled >= 0)) throw new Error(`--filled takes how many events are in the file before; it is "${values.filled}".`)

/** Loads and parts take turns, so that whatever else the machine does meets all of them. */
const rounds = 2
const turn = seconds / rounds
/** How much of what it can carry a server is given when its answers are timed. */
const easyShare = 0.8

const shapes = {
  singles: { path: '/v1/track', connections: 64, eventsInBody: 1 },
  batches: { path: '/v1/batch', connections: 32, eventsInBody: 50 },
}
type Shape = keyof typeof shapes

/** Puts a load on a server. What it took is settled as well before the time is taken: no backlog counts as done. */
async function put(
  shape: Shape,
  server: { url: string; writeKey: string; secretKey?: string },
  { pace, ids = 'timed' }: { pace?: number; ids?: IdKind } = {},
): Promise<LoadResult> {
  const { path, connections, eventsInBody } = shapes[shape]
  const load: Load = {
    url: server.url + path,
    writeKey: server.writeKey,
    seconds: turn,
    connections,
    eventsInBody,
    body: bodySource(eventsInBody, ids),
    ...(pace === undefined ? {} : { pace }),
  }
  const result = await loadServer(load)
  if (server.secretKey === undefined) return result
  return { ...result, seconds: result.seconds + (await settleLoad(server.url, server.secretKey)) }
}

/** What was measured, a value for each round. */
const measured = {
  /** As much as the server takes. */
  full: { singles: [] as LoadResult[], batches: [] as LoadResult[] },
  /** A share of that. */
  easy: { singles: [] as LoadResult[], batches: [] as LoadResult[] },
  /** Batches whose ids have no order, which is the hardest for an index. */
  random: [] as LoadResult[],
  /** Read and checked, and not stored. */
  checked: { singles: [] as LoadResult[], batches: [] as LoadResult[] },
  inserted: { single: [], compiled: [], json: [] } as Record<InsertWay, number[]>,
}

async function countStored(file: string): Promise<number> {
  const { client } = await openDatabase({ url: `file:${file}` })
  const { rows } = await client.execute('SELECT count(*) AS stored FROM events')
  client.close()
  return Number(rows[0]?.['stored'])
}

/** Fills a file unless it was filled before. @returns how many events it holds. */
async function prepare(file: string): Promise<number> {
  if (filled > 0 && !existsSync(file)) {
    const unfinished = `${file}.unfinished`
    rmSync(unfinished, { force: true })
    await fillEvents(unfinished, filled, (what) => {
      console.log(`  filling the file: ${what}`)
    })
    renameSync(unfinished, file)
  }
  if (!existsSync(file)) return 0
  const stored = await countStored(file)
  console.log(`  the file has ${stored.toLocaleString('en')} events, ${(statSync(file).size / 1e9).toFixed(1)} GB`)
  return stored
}

/** Puts every load on a server and measures every part of it, in turns. */
async function measureAll(dataDir: string): Promise<void> {
  const before = await prepare(join(dataDir, 'cairn.db'))
  const server = await startServerProcess({ RATE_LIMIT: '0', DATA_DIR: dataDir })
  const validating = await startValidating()
  const stored: LoadResult[] = []
  const putAndStore = async (...load: Parameters<typeof put>): Promise<LoadResult> => {
    const result = await put(...load)
    stored.push(result)
    return result
  }
  try {
    for (const shape of ['singles', 'batches'] as const) await putAndStore(shape, server)
    for (let round = 0; round < rounds; round++) {
      for (const shape of ['singles', 'batches'] as const) {
        measured.full[shape].push(await putAndStore(shape, server))
        measured.checked[shape].push(await put(shape, validating))
        measured.easy[shape].push(await putAndStore(shape, server, { pace: easyShare * speed(measured.full[shape]) }))
      }
      measured.random.push(await putAndStore('batches', server, { ids: 'random' }))
      for (const way of Object.keys(insertWays) as InsertWay[]) {
        measured.inserted[way].push(await measureInserts(way, turn))
      }
    }
    await server.stop()
    // A rate is only worth printing for what is really there.
    const expected = stored.reduce((sum, { events }) => sum + events, before)
    const found = await countStored(join(dataDir, 'cairn.db'))
    if (found !== expected) throw new Error(`The file should hold ${expected} events, and holds ${found}.`)
  } finally {
    validating.stop()
    await server.dispose()
  }
}

const [processor] = cpus()
console.log(`${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), Node ${process.version}`)
console.log(`Client and server share this machine. ${seconds} s for each load, in ${rounds} turns …`)

const dataDir = values.in ?? mkdtempSync(join(tmpdir(), 'cairn-bench-'))
try {
  await measureAll(dataDir)
} finally {
  if (values.in === undefined) rmSync(dataDir, { recursive: true, force: true })
}

const { full, easy, random, checked, inserted } = measured
const bestInsert = Math.max(...Object.values(inserted).map(mean))
/** What one core could carry that does nothing but check and insert, one after the other. */
const ceiling = (shape: Shape) => 1 / (1 / speed(checked[shape]) + 1 / bestInsert)

console.log(`
  ${head('Over HTTP, on disk before the answer', 'events/s', 'p50 ms', 'p99 ms')}
${loadLine('batches of 50, 32 connections', full.batches)}
${loadLine('  at 80 % of that', easy.batches)}
${loadLine('  with random message ids', random)}
${loadLine('one by one, 64 connections', full.singles)}
${loadLine('  at 80 % of that', easy.singles)}

  ${head('Over HTTP, checked and not stored', 'events/s', 'p50 ms', 'p99 ms')}
${loadLine('batches of 50, 32 connections', checked.batches)}
${loadLine('one by one, 64 connections', checked.singles)}

  ${head('Rows inserted by libSQL and nothing else', 'rows/s')}
${rateLine('1,600 a transaction, by a compiled statement', mean(inserted.compiled))}
${rateLine('1,600 a transaction, as one JSON', mean(inserted.json))}
${rateLine('one a transaction', mean(inserted.single))}

  Ratios
${ratioLine('batches : ceiling of one core, from checked and best insert', speed(full.batches) / ceiling('batches'))}
${ratioLine('batches : best insert', speed(full.batches) / bestInsert)}
${ratioLine('one by one : an insert per request', speed(full.singles) / mean(inserted.single))}
`)
