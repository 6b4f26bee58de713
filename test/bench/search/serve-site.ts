import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

/** A built site, and what was sent of it. */
export interface ServedSite {
  url: string
  /** Bytes since the last time somebody asked. */
  takeBytes: () => number
  close: () => void
}

/** Serves a built site, compressed as the build did, with more files than it has; counts what it sends. */
export async function serveSite(folder: string, more: ReadonlyMap<string, string>): Promise<ServedSite> {
  let bytes = 0
  const send = (
    response: ServerResponse,
    type: string,
    { body, compressed }: { body: Buffer; compressed: boolean },
  ) => {
    bytes += body.length
    response.writeHead(200, { 'Content-Type': type, ...(compressed && { 'Content-Encoding': 'br' }) }).end(body)
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const own = more.get(path)
    const type = types[extname(path)] ?? (path.endsWith('/') ? 'text/html' : 'application/octet-stream')
    if (own !== undefined) {
      send(response, type, { body: brotliCompressSync(own), compressed: true })
      return
    }
    const file = join(folder, path, path.endsWith('/') ? 'index.html' : '')
    if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end()
    else if (existsSync(`${file}.br`)) send(response, type, { body: readFileSync(`${file}.br`), compressed: true })
    else send(response, type, { body: readFileSync(file), compressed: false })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeBytes() {
      const taken = bytes
      bytes = 0
      return taken
    },
    close: () => server.close(),
  }
}
