import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Settings } from './env.ts'
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
  options: { root: string; dist?: string },
): Promise<RunningServer> {
  const { services, stop } = await startServices(settings, options)
  const app = createApp(services, options.dist ? { dist: options.dist } : {})
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host }, () =>
      resolve(listening),
    )
    listening.once('error', reject)
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
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const grace = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections()
      }, graceMilliseconds)
      await closed
      clearTimeout(grace)
      await stop()
    },
  }
}
