import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Settings } from './env.ts'
import { createHttpServer, type Patience } from './http/create-http-server.ts'
import type { Services } from './services.ts'
import { startServices } from './start-services.ts'

/** How long requests that are under way may take to end when the server stops. */
const graceMilliseconds = 5000

/** A server that listens. */
export interface RunningServer {
  services: Services
  /** Where it listens, without a slash at the end. */
  url: string
  /** Ends it: takes no more requests, and resolves when everything accepted is on disk. */
  close(): Promise<void>
}

/**
 * Starts the whole of Cairn.
 *
 * @example
 * ```ts
 * const server = await startServer(readSettings(process.env), { root: process.cwd(), dist: 'dist' })
 * console.log(server.url)
 * await server.close()
 * ```
 */
export async function startServer(
  settings: Settings,
  options: { root: string; dist?: string; patience?: Patience },
): Promise<RunningServer> {
  const { services, beginStop, stop } = await startServices(settings, options)
  const app = createApp(services, options.dist ? { dist: options.dist } : {})
  const server = createHttpServer(app.fetch, { ...options, services })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(settings.port, settings.host, resolve)
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const { port } = server.address() as AddressInfo
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host

  return {
    services,
    url: `http://${host}:${port}`,
    async close() {
      beginStop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // Who keeps a connection and keeps sending is answered once more, and has to look for another server.
      server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
      const grace = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
      await closed
      clearTimeout(grace)
      await stop()
    },
  }
}
