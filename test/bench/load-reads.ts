import { Agent, get } from 'node:http'

/** What a load of reads did. */
export interface ReadResult {
  perSecond: number
  /** Milliseconds, ascending. */
  latencies: number[]
}

/**
 * Asks for pages as fast as they are answered, over kept connections.
 *
 * @throws Error at the first answer that is not 200.
 */
export async function loadReads(options: {
  urls: string[]
  secretKey: string
  connections: number
  seconds: number
}): Promise<ReadResult> {
  const { urls, secretKey, connections, seconds } = options
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { Authorization: `Bearer ${secretKey}` }
  const latencies: number[] = []
  const started = performance.now()

  const ask = (url: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const asked = get(url, { agent, headers }, (response) => {
        response.resume()
        response.on('error', reject)
        response.on('end', () => {
          if (response.statusCode === 200) resolve()
          else reject(new Error(`${url} answered ${response.statusCode}.`))
        })
      })
      asked.on('error', reject)
    })
  const connection = async (): Promise<void> => {
    for (let turn = 0; performance.now() - started < seconds * 1000; turn++) {
      const begun = performance.now()
      await ask(urls[turn % urls.length] ?? '')
      latencies.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  agent.destroy()
  return {
    perSecond: latencies.length / ((performance.now() - started) / 1000),
    latencies: latencies.sort((one, other) => one - other),
  }
}
