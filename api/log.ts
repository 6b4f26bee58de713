import { inspect } from 'node:util'
import type { Settings } from './env.ts'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Writes structured lines: one JSON object each. Callers put in ids and counts, no personal data. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (message: string, details?: object) => void>

/**
 * Makes a log that leaves out what is below `level`.
 *
 * @param write - Takes a finished line; stderr by default.
 */
export function createLog(
  level: Settings['logLevel'],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const at =
    (name: (typeof levels)[number]) =>
    (message: string, details: object = {}) => {
      if (levels.indexOf(name) < levels.indexOf(level)) return
      const line = { time: new Date().toISOString(), level: name, message, ...details }
      write(`${JSON.stringify(line, (_, value: unknown) => (value instanceof Error ? inspect(value) : value))}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
