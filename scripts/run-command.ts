import { spawn, type StdioOptions } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'

const binaries = join(import.meta.dirname, '../node_modules/.bin')

/**
 * Runs a command in the foreground, its output streamed.
 *
 * @returns its exit code; 127 where it could not be started.
 */
export const runCommand = (command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> =>
  start(command, { args, env, stdio: 'inherit' }).ended

/** A command that runs while something else is done, and says nothing until then. */
export function beginCommand(command: string, args: string[], env: NodeJS.ProcessEnv) {
  const { child, ended } = start(command, { args, env, stdio: ['ignore', 'pipe', 'pipe'] })
  return {
    /** Shows what it says, from its beginning. @returns its exit code; 127 where it could not be started. */
    finish(): Promise<number> {
      child.stdout?.pipe(process.stdout)
      child.stderr?.pipe(process.stderr)
      return ended
    },
    stop(): void {
      child.kill()
    },
  }
}

function start(command: string, options: { args: string[]; env: NodeJS.ProcessEnv; stdio: StdioOptions }) {
  const { args, env, stdio } = options
  // Found also where npm has not set the way, as in a service.
  const path = [binaries, process.env['PATH']].join(delimiter)
  const child = spawn(command, args, { stdio, env: { ...process.env, ...env, PATH: path } })
  const ended = new Promise<number>((resolve) => {
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(127)
    })
    child.on('close', (code, signal) => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
  return { child, ended }
}
