import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startServerProcess } from '../support/start-server.ts'
import { loadServer, percentile, type LoadResult } from './load-server.ts'
import { bodySource } from './make-message.ts'
import { mean } from './print-lines.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    pace: { type: 'string', default: '10000' },
    growth: { type: 'string', default: '2' },
  },
})
const [minutes, pace, allowedGrowth] = [Number(values.minutes), Number(values.pace), Number(values.growth)]
if (!(minutes > 0 && pace > 0)) throw new Error('--minutes and --pace (events a second) take numbers above 0.')

const interval = 10
/** What is left out at the beginning: caches fill and code is compiled. */
const warming = 0.2

/** Resident memory of a process, in MB. */
function residentOf(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** How fast values grow: the slope of the line that fits them best. */
function slope(points: { x: number; y: number }[]): number {
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))]
  const above = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  return above / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
}

const server = await startServerProcess({ RATE_LIMIT: '0' })
const samples: { minute: number; resident: number; load: LoadResult }[] = []
console.log(`${minutes} minutes at ${pace} events a second, half one by one and half in batches of 50.`)
console.log('  minute   events/s   p50 ms   p99 ms   resident MB')
try {
  const started = performance.now()
  const shapes = [
    { path: '/v1/track', connections: 32, eventsInBody: 1 },
    { path: '/v1/batch', connections: 8, eventsInBody: 50 },
  ].map((shape) => ({ ...shape, body: bodySource(shape.eventsInBody) }))
  while (performance.now() - started < minutes * 60_000) {
    const loads = await Promise.all(
      shapes.map(({ path, ...shape }) =>
        loadServer({ ...shape, url: server.url + path, writeKey: server.writeKey, seconds: interval, pace: pace / 2 }),
      ),
    )
    const load: LoadResult = {
      events: loads.reduce((sum, { events }) => sum + events, 0),
      requests: loads.reduce((sum, { requests }) => sum + requests, 0),
      seconds: Math.max(...loads.map((one) => one.seconds)),
      latencies: loads.flatMap(({ latencies }) => latencies).sort((one, other) => one - other),
    }
    const sample = {
      minute: (performance.now() - started) / 60_000,
      resident: residentOf(server.process.pid),
      load,
    }
    samples.push(sample)
    const times = [0.5, 0.99].map((share) => percentile(load.latencies, share).toFixed(1).padStart(9))
    const rate = Math.round(load.events / load.seconds).toLocaleString('en')
    console.log(
      `  ${sample.minute.toFixed(1).padStart(6)}${rate.padStart(11)}${times.join('')}${sample.resident.toFixed(0).padStart(14)}`,
    )
  }
} finally {
  await server.dispose()
}

const steady = samples.slice(Math.floor(samples.length * warming))
const growth = slope(steady.map(({ minute, resident }) => ({ x: minute, y: resident })))
const latencies = steady.flatMap(({ load }) => load.latencies).sort((one, other) => one - other)
console.log(`
  p99 of all                     ${percentile(latencies, 0.99).toFixed(1)} ms
  resident memory                ${Math.min(...steady.map(({ resident }) => resident)).toFixed(0)} to ${Math.max(...steady.map(({ resident }) => resident)).toFixed(0)} MB
  growth, by the line that fits  ${growth.toFixed(2)} MB a minute (${allowedGrowth} allowed)`)
if (minutes < 3) console.log('  Less than three minutes are too short to judge growth: caches still fill.')
else if (growth > allowedGrowth) process.exitCode = 1
