import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

const binaries = join(import.meta.dirname, '../node_modules/.bin')

/**
 * Runs a command in the foreground, its output streamed.
 *
 * @returns its exit code; 127 where it could not be started.
 */
export function runCommand(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    // Found also where npm has not set the way, as in a service.
    const path = [binaries, process.env['PATH']].join(delimiter)
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env, PATH: path } })
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(127)
    })
    child.on('close', (code, signal) => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}
