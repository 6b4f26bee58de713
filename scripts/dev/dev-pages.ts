import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AstroInlineConfig } from 'astro'
import { readRedirects, redirectsOf } from '../../api/definitions/read-redirects.ts'

type Plugin = Extract<NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number], { name: string }>

/** Does what the server does and Astro's dev server knows nothing of: the key of the demo, and pages that have moved. */
export const devPages = ({ root, writeKey }: { root: string; writeKey: string }): Plugin => ({
  name: 'cairn:dev-pages',
  configureServer({ middlewares }) {
    middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const [path = ''] = (request.url ?? '').split('?')
      // Read each time: what was saved counts at once.
      const to = redirectsOf(readRedirects(root).read?.value ?? {})(path)
      if (to !== undefined) {
        response.writeHead(301, { Location: to, 'Cache-Control': 'no-store' }).end()
        return
      }
      if (path === '/demo/') replaceInBody(response, '__CAIRN_WRITE_KEY__', writeKey)
      next()
    })
  },
})

/** Holds a response until it ends, then sends it with a text replaced: a chunk may end in the middle of it. */
function replaceInBody(response: ServerResponse, text: string, replacement: string): void {
  const chunks: Buffer[] = []
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const end = response.end.bind(response)
  response.write = (chunk: unknown) => {
    keep(chunk)
    return true
  }
  response.end = (chunk?: unknown) => {
    keep(chunk)
    return end(Buffer.concat(chunks).toString('utf8').replaceAll(text, replacement))
  }
}
