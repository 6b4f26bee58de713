import { inspect } from 'node:util'
import type { Settings } from './env.ts'

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
type Level = Exclude<(typeof levels)[number], 'silent'>

/** Lines a second that say the same, besides `debug`: a flood of them would say no more and fill the disk. */
const mostLines = 50

/** Writes structured lines: one JSON object each. Callers put in ids and counts, no personal data. */
export interface Log extends Record<Level, (message: string, details?: object) => void> {
  /** Whether lines of this level are written, for who would have to gather their details. */
  writes(level: Level): boolean
}

/**
 * Makes a log that leaves out what is below `level`, and of a message that comes too often in a second all but the
 * first; the next one then says how many there were.
 *
 * @param write - Takes a finished line; stderr by default.
 */
export function createLog(
  level: Settings['logLevel'],
  write: (line: string) => void = (line) => process.stderr.write(line),
  clock: () => number = Date.now,
): Log {
  const said = new Map<string, { second: number; count: number; leftOut: number }>()
  const writes = (name: Level) => levels.indexOf(name) >= levels.indexOf(level)

  /** How many lines were left out before this one; null where it is one too many itself. */
  function leftOutBefore(message: string, second: number): number | null {
    const lately = said.get(message) ?? { second, count: 0, leftOut: 0 }
    said.set(message, lately)
    if (lately.second !== second) Object.assign(lately, { second, count: 0 })
    if (++lately.count > mostLines) {
      lately.leftOut++
      return null
    }
    const { leftOut } = lately
    lately.leftOut = 0
    return leftOut
  }

  const at =
    (name: Level) =>
    (message: string, details: object = {}) => {
      if (!writes(name)) return
      const now = clock()
      const leftOut = name === 'debug' ? 0 : leftOutBefore(`${name} ${message}`, Math.floor(now / 1000))
      if (leftOut === null) return
      const line = {
        time: new Date(now).toISOString(),
        level: name,
        message,
        ...details,
        ...(leftOut > 0 ? { leftOut } : {}),
      }
      write(`${JSON.stringify(line, (_, value: unknown) => (value instanceof Error ? inspect(value) : value))}\n`)
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), writes }
}
