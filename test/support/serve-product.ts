import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Serves a product that passes a path of its own on to Cairn, as a proxy before both does, and loads nothing else.
 *
 * @param path - Such as `/journey`.
 * @param options.strips - Whether the path is taken off what is passed on.
 * @param options.page - Of the product, for any other path.
 */
export async function serveProduct(
  cairn: string,
  path: string,
  { strips = false, page }: { strips?: boolean; page: string },
): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((incoming, outgoing) => {
    const { method, headers, url = '' } = incoming
    if (!url.startsWith(`${path}/`)) {
      outgoing.setHeader('Content-Type', 'text/html').setHeader('Content-Security-Policy', "default-src 'self'")
      outgoing.end(page)
      return
    }
    incoming.pipe(
      request(cairn + (strips ? url.slice(path.length) : url), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
