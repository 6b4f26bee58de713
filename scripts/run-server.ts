import { join } from 'node:path'
import { readSettings } from '../api/env.ts'
import { startServer, type RunningServer } from '../api/server.ts'
import { endOnSignal } from './serve/end-on-signal.ts'
import { explainError } from './serve/explain-error.ts'
import { needPort } from './serve/need-port.ts'
import { readyBlock } from './serve/ready-block.ts'

const root = join(import.meta.dirname, '..')

/**
 * Runs the server in the foreground until it is told to end.
 *
 * @param options.command - What starts it, for whoever has to start it again.
 * @param options.prepare - What comes before the start, such as a build.
 * @param options.started - What comes after it, before it is announced.
 */
export async function runServer(options: {
  command: string
  prepare?: () => Promise<void>
  started?: (server: RunningServer) => Promise<void>
}): Promise<void> {
  try {
    const settings = readSettings(process.env)
    await needPort(settings, options.command)
    await options.prepare?.()
    // Whatever the server writes is about people: nobody else reads it.
    process.umask(0o077)
    const server = await startServer(settings, { root, dist: join(root, 'dist') })
    await options.started?.(server)
    console.log(readyBlock({ at: settings.publicUrl ?? server.url, settings, writeKey: server.services.keys.write }))
    endOnSignal(() => {
      console.log('Stopping: what was accepted is being written …')
      return server.close()
    })
  } catch (error) {
    console.error(explainError(error))
    process.exit(1)
  }
}
