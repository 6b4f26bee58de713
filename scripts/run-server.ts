import { join } from 'node:path'
import { DefinitionsError } from '../api/definitions/load.ts'
import { readSettings, SettingsError, type Settings } from '../api/env.ts'
import { startServer, type RunningServer } from '../api/server.ts'

const root = join(import.meta.dirname, '..')

/** What somebody needs who has just started it. */
function readyBlock({ url, services }: RunningServer): string {
  const at = services.settings.publicUrl ?? url
  const secret = services.settings.secretKey ? 'SECRET_KEY' : join(services.settings.dataDir, 'secret-key')
  return [
    '',
    '  Cairn is ready.',
    '',
    `  Help center  ${at}/`,
    `  Demo app     ${at}/demo/`,
    `  Console      ${at}/console/   (sign in with the secret key: ${secret})`,
    `  API docs     ${at}/v1/docs`,
    `  Write key    ${services.keys.write}`,
    '',
    '  Ctrl-C ends it.',
    '',
  ].join('\n')
}

/** Errors that say what to do; others are faults of ours, and their stack helps. */
export function explain(error: unknown, settings: Settings | undefined): string {
  if (error instanceof SettingsError) return `The environment cannot be used:\n${error.message}`
  if (error instanceof DefinitionsError) {
    return `The definitions in content/ and surveys/ cannot be used:\n${error.message}`
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${settings?.port} is taken. End what runs there, or choose another: PORT=3001 npm start`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * Runs the server in the foreground until it is told to end: the first Ctrl-C lets requests finish, the second does not.
 *
 * @param options.prepare - What comes before the start, such as a build.
 * @param options.started - What comes after it, before it is announced.
 */
export async function runServer(options: {
  prepare?: () => Promise<void>
  started?: (server: RunningServer) => Promise<void>
}): Promise<void> {
  let settings: Settings | undefined
  try {
    settings = readSettings(process.env)
    await options.prepare?.()
    const server = await startServer(settings, { root, dist: join(root, 'dist') })
    await options.started?.(server)
    console.log(readyBlock(server))

    const stop = (): void => {
      process.once('SIGINT', () => process.exit(130))
      console.log('Stopping: what was accepted is being written …')
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(explain(error, settings))
          process.exit(1)
        },
      )
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    console.error(explain(error, settings))
    process.exit(1)
  }
}
