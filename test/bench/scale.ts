import { cpus } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../api/db/open.ts'
import { startApiProcess, type ServerProcess } from '../support/start-server.ts'
import { noSqld, startSqld, type Sqld } from '../support/start-sqld.ts'
import { loadReads, type ReadResult } from './load-reads.ts'
import { loadServer, percentile, settleLoad, type LoadResult } from './load-server.ts'
import { bodySource } from './make-message.ts'
import { head, loadLine, rateLine, ratioLine, speed } from './print-lines.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '6' } } })
const seconds = Number(values.seconds)
if (!(seconds > 0)) throw new Error(`--seconds takes a number above 0; it is "${values.seconds}".`)
if (noSqld) throw new Error(noSqld)

const keys = { WRITE_KEY: 'pk_bench_0123456789abcdef', SECRET_KEY: 'sk_bench_0123456789abcdef' }
const environment = { ...keys, RATE_LIMIT: '0' }
const shapes = {
  batches: { path: '/v1/batch', connections: 32, eventsInBody: 50 },
  singles: { path: '/v1/track', connections: 64, eventsInBody: 1 },
}
let accepted = 0

/** Puts a load on all of these servers together. */
async function put(shape: keyof typeof shapes, servers: ServerProcess[]): Promise<LoadResult[]> {
  const { path, connections, eventsInBody } = shapes[shape]
  const loads = await Promise.all(
    servers.map(async (server) => {
      const load = await loadServer({
        url: server.url + path,
        writeKey: keys.WRITE_KEY,
        connections: connections / servers.length,
        seconds,
        eventsInBody,
        body: bodySource(eventsInBody),
      })
      return { ...load, seconds: load.seconds + (await settleLoad(server.url, keys.SECRET_KEY)) }
    }),
  )
  accepted += loads.reduce((sum, { events }) => sum + events, 0)
  return loads
}

/** One load as the sum of those that ran side by side. */
const together = (loads: LoadResult[]): LoadResult => ({
  events: loads.reduce((sum, { events }) => sum + events, 0),
  requests: loads.reduce((sum, { requests }) => sum + requests, 0),
  seconds: Math.max(...loads.map((load) => load.seconds)),
  latencies: loads.flatMap(({ latencies }) => latencies).sort((one, other) => one - other),
})

const readPages = (servers: ServerProcess[]): Promise<ReadResult> =>
  loadReads({
    urls: servers.flatMap(({ url }) => [`${url}/v1/accounts?limit=50`, `${url}/v1/events?limit=50`]),
    secretKey: keys.SECRET_KEY,
    connections: 16,
    seconds,
  })

/** Milliseconds from the commit on the primary until the replica answers with it, ascending. */
async function measureLag(primary: Sqld, replica: Sqld): Promise<number[]> {
  const [near, far] = await Promise.all([openDatabase({ url: primary.url }), openDatabase({ url: replica.url })])
  await near.write(['CREATE TABLE IF NOT EXISTS bench_lag (round INTEGER)'])
  const lags: number[] = []
  for (let round = 0; round <= 60; round++) {
    await near.write([{ sql: 'INSERT INTO bench_lag VALUES (?)', args: [round] }])
    const committed = performance.now()
    const isThere = async () => {
      const rows = far.read([`SELECT 1 FROM bench_lag WHERE round = ${round}`]).then(([found]) => found?.rows.length)
      return rows.catch((error: unknown) => {
        // The table itself comes with the first of them.
        if (String(error).includes('no such table')) return 0
        throw error
      })
    }
    while (!(await isThere()));
    if (round > 0) lags.push(performance.now() - committed)
    await wait(20)
  }
  await Promise.all([near.close(), far.close()])
  return lags.sort((one, other) => one - other)
}

/** Milliseconds from the death of the primary until a process of the API takes a fact again; sqld is started at once. */
async function measureRecovery(primary: Sqld, server: ServerProcess): Promise<number> {
  const send = () =>
    fetch(`${server.url}/v1/track`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${keys.WRITE_KEY}` },
      body: JSON.stringify({ userId: 'mia', event: 'signed_in' }),
    })
  const killed = performance.now()
  await primary.kill()
  const refused = await send()
  if (refused.status !== 503) throw new Error(`Without a primary the API answered ${refused.status}.`)
  const restarted = primary.start()
  while ((await send()).status !== 200) await wait(20)
  const took = performance.now() - killed
  await restarted
  accepted += 1
  return took
}

async function expectStored(primary: Sqld): Promise<void> {
  const database = await openDatabase({ url: primary.url })
  const [counted] = await database.read(['SELECT count(*) AS stored FROM events'])
  await database.close()
  const stored = Number(counted?.rows[0]?.['stored'])
  if (stored !== accepted) throw new Error(`The API accepted ${accepted} events, and the server has ${stored}.`)
}

const readLine = (name: string, { perSecond, latencies }: ReadResult) =>
  `${rateLine(name, perSecond)}${[0.5, 0.99].map((share) => percentile(latencies, share).toFixed(1).padStart(9)).join('')}`
const times = (milliseconds: number[]) => milliseconds.map((time) => `${Math.round(time)} ms`).join(', ')

const [processor] = cpus()
console.log(`${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), Node ${process.version}`)
console.log(`sqld, its replica, every process of the API and the clients share these cores: what a second machine would
add cannot be seen here, only what the way over a server costs. ${seconds} s for each load …`)

const running: { dispose(): Promise<void> }[] = []
const run = async <Started extends { dispose(): Promise<void> }>(starting: Promise<Started>): Promise<Started> => {
  const started = await starting
  running.unshift(started)
  return started
}
try {
  const onFile = await run(startApiProcess(environment))
  const file = { batches: await put('batches', [onFile]), singles: await put('singles', [onFile]) }
  const fileReads = await readPages([onFile])
  await onFile.stop()
  accepted = 0

  const primary = await run(startSqld())
  const replica = await run(startSqld({ replicaOf: primary }))
  const onServer = { ...environment, DATABASE_URL: primary.url }
  const one = await run(startApiProcess(onServer))
  const two = await run(startApiProcess(onServer))
  const single = { batches: await put('batches', [one]), singles: await put('singles', [one]) }
  const double = {
    batches: [together(await put('batches', [one, two]))],
    singles: [together(await put('singles', [one, two]))],
  }
  const reads = await readPages([one, two])
  await Promise.all([one.stop(), two.stop()])
  const withReplica = { ...onServer, DATABASE_REPLICA_URL: replica.url }
  const three = await run(startApiProcess(withReplica))
  const four = await run(startApiProcess(withReplica))
  // The replica is used when it was seen to answer.
  await wait(3000)
  const replicaReads = await readPages([three, four])
  const lags = await measureLag(primary, replica)
  const recoveries = [0, 0, 0]
  for (const place of recoveries.keys()) recoveries[place] = await measureRecovery(primary, three)
  await expectStored(primary)

  console.log(`
  ${head('Facts over HTTP, committed before the answer', 'events/s', 'p50 ms', 'p99 ms')}
${loadLine('batches of 50: one process, file', file.batches)}
${loadLine('batches of 50: one process, sqld', single.batches)}
${loadLine('batches of 50: two processes, sqld', double.batches)}
${loadLine('one by one: one process, file', file.singles)}
${loadLine('one by one: one process, sqld', single.singles)}
${loadLine('one by one: two processes, sqld', double.singles)}

  ${head('Pages of 50 accounts and 50 facts, 16 connections', 'reads/s', 'p50 ms', 'p99 ms')}
${readLine('one process, file', fileReads)}
${readLine('two processes, primary', reads)}
${readLine('two processes, replica', replicaReads)}

  Until the replica has what was committed: half within ${percentile(lags, 0.5).toFixed(1)} ms, all of ${lags.length} within ${percentile(lags, 1).toFixed(1)} ms.
  From kill -9 of the primary until facts are taken again, with sqld started at once: ${times(recoveries)}.

  Ratios
${ratioLine('batches, one process: sqld : file', speed(single.batches) / speed(file.batches))}
${ratioLine('one by one, one process: sqld : file', speed(single.singles) / speed(file.singles))}
${ratioLine('batches, sqld: two processes : one', speed(double.batches) / speed(single.batches))}
${ratioLine('one by one, sqld: two processes : one', speed(double.singles) / speed(single.singles))}
${ratioLine('reads, two processes: replica : primary', replicaReads.perSecond / reads.perSecond)}
`)
} finally {
  for (const each of running) await each.dispose()
}
