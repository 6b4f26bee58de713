import { connect, type Socket } from 'node:net'

/** What a load did: events that the server says are on disk, in how long, and how long each request took. */
export interface LoadResult {
  events: number
  requests: number
  seconds: number
  /** Milliseconds, ascending. */
  latencies: number[]
}

/** What is sent, and how. */
export interface Load {
  url: string
  writeKey: string
  connections: number
  seconds: number
  eventsInBody: number
  /** Makes the next body; each must be new to the server. */
  body: () => Buffer
  /**
   * Events a second to send, however the server answers; without it, as many as it takes. A request is then timed from
   * when it was due, so that a server that stalls cannot hide it.
   */
  pace?: number
}

/** One connection that is kept, with one request under way. */
function openConnection({ url, writeKey, eventsInBody }: Load) {
  const { hostname, port, pathname } = new URL(url)
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${writeKey}\r\nContent-Type: application/json\r\nContent-Length: `
  const taken = `"accepted":${eventsInBody},`
  const socket: Socket = connect(Number(port), hostname).setNoDelay(true)
  let answer = ''
  let settle: { resolve: () => void; reject: (error: Error) => void } | null = null

  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1')
    const bodyAt = answer.indexOf('\r\n\r\n') + 4
    const length = /content-length: (\d+)/i.exec(answer)?.[1]
    if (bodyAt < 4 || (length !== undefined && answer.length < bodyAt + Number(length))) return
    const whole = answer
    answer = ''
    if (whole.startsWith('HTTP/1.1 200') && whole.includes(taken)) settle?.resolve()
    else settle?.reject(new Error(`${url} answered: ${whole.slice(0, 600)}`))
  })
  socket.on('error', (error) => settle?.reject(error))
  socket.on('close', () => settle?.reject(new Error(`${url} closed a connection.`)))
  return {
    post: (body: Buffer) =>
      new Promise<void>((resolve, reject) => {
        settle = { resolve, reject }
        socket.cork()
        socket.write(`${head}${body.length}\r\n\r\n`, 'latin1')
        socket.write(body)
        socket.uncork()
      }),
    close: () => socket.destroy(),
  }
}

/**
 * Sends over kept connections. It writes to sockets itself: a client of any comfort would need as much of the machine
 * as the server that it measures.
 *
 * @throws Error at the first answer that is not 200, or that does not take everything.
 */
export async function loadServer(load: Load): Promise<LoadResult> {
  const latencies: number[] = []
  const started = performance.now()
  const end = started + load.seconds * 1000
  const interval = load.pace === undefined ? 0 : (1000 * load.eventsInBody) / load.pace
  let nextDue = started

  const connection = async (): Promise<void> => {
    const { post, close } = openConnection(load)
    for (;;) {
      const due = interval > 0 ? (nextDue += interval) : performance.now()
      if (due >= end) break
      const wait = due - performance.now()
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait))
      await post(load.body())
      latencies.push(performance.now() - due)
    }
    close()
  }
  await Promise.all(Array.from({ length: load.connections }, connection))
  return {
    events: latencies.length * load.eventsInBody,
    requests: latencies.length,
    seconds: (performance.now() - started) / 1000,
    latencies: latencies.sort((one, other) => one - other),
  }
}

/** The value that this share of the sorted values does not exceed. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/**
 * Reads a fact, which has everything settled that came before it.
 *
 * @returns the seconds that it took.
 */
export async function settleLoad(url: string, secretKey: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(`${url}/v1/events?limit=1`, { headers: { Authorization: `Bearer ${secretKey}` } })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
  return (performance.now() - begun) / 1000
}
