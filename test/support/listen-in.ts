import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A place between a client and a server where everything can be heard. */
export interface Ear {
  url: string
  /** Bodies of requests, in the order in which they came. */
  heard: string[]
}

/** Passes requests on to a server until the test ends, and keeps what they say. */
export async function listenIn(target: string): Promise<Ear> {
  const ear: Ear = { url: '', heard: [] }
  const server: Server = createServer((incoming, answer) => {
    const { method, headers } = incoming
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => ear.heard.push(Buffer.concat(chunks).toString()))
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
  ear.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return ear
}
