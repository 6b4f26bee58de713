import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A place between a client and a server where requests are counted. */
export interface Counter {
  url: string
  requests: number
}

/** Passes requests on to a server until the test ends, and counts them. */
export async function countRequests(target: string): Promise<Counter> {
  const counter: Counter = { url: '', requests: 0 }
  const server: Server = createServer((incoming, answer) => {
    counter.requests += 1
    const { method, headers } = incoming
    const passed = request(new URL(incoming.url ?? '/', target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    passed.on('error', () => answer.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  counter.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return counter
}
