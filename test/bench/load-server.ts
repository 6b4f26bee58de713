import { Agent, request } from 'node:http'

/** What a load did: events that the server says are on disk, in how long, and how long each request took. */
export interface LoadResult {
  events: number
  requests: number
  seconds: number
  /** Milliseconds, ascending. */
  latencies: number[]
}

/**
 * Sends as fast as the server answers, over kept connections, each with one request under way.
 *
 * @param options.body - Makes the next body; each must be new to the server.
 * @throws Error at the first answer that is not 200, or that does not take everything.
 */
export async function loadServer(options: {
  url: string
  writeKey: string
  connections: number
  seconds: number
  eventsInBody: number
  body: () => string
}): Promise<LoadResult> {
  const { url, writeKey, connections, seconds, eventsInBody } = options
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { Authorization: `Bearer ${writeKey}`, 'Content-Type': 'application/json' }
  const latencies: number[] = []
  const started = performance.now()
  const deadline = started + seconds * 1000

  const post = (body: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const length = { 'Content-Length': Buffer.byteLength(body) }
      const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8')
          const isTaken = response.statusCode === 200 && answer.includes(`"accepted":${eventsInBody},`)
          if (isTaken) resolve()
          else reject(new Error(`${url} answered ${response.statusCode}: ${answer.slice(0, 300)}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const connection = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const body = options.body()
      const begun = performance.now()
      await post(body)
      latencies.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  agent.destroy()
  return {
    events: latencies.length * eventsInBody,
    requests: latencies.length,
    seconds: (performance.now() - started) / 1000,
    latencies: latencies.sort((one, other) => one - other),
  }
}

/** The value that this share of the sorted values does not exceed. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
