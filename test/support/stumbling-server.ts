import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * A proxy before a server that passes every request on and keeps the first answers to itself: the sender is told to come
 * back, as if the server had been too busy, and does not know that its messages are stored.
 *
 * @param stumbles - The status of each answer that is given instead of the server's.
 * @returns its address, and the statuses that were answered so far.
 */
export async function startStumblingServer(
  target: string,
  stumbles: number[],
): Promise<{ url: string; answers: number[] }> {
  const answers: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { authorization = '', 'content-type': type = '', 'content-encoding': encoding } = request.headers
      const headers = {
        Authorization: authorization,
        'Content-Type': type,
        ...(encoding ? { 'Content-Encoding': encoding } : {}),
      }
      void fetch(target + (request.url ?? ''), { method: 'POST', headers, body: Buffer.concat(chunks) }).then(
        async (answer) => {
          const body = await answer.text()
          const instead = stumbles[answers.length]
          answers.push(instead ?? answer.status)
          if (instead) response.writeHead(instead, { 'Retry-After': '1' }).end()
          else response.writeHead(answer.status).end(body)
        },
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answers }
}
