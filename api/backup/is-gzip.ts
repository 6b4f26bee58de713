import { closeSync, openSync, readSync } from 'node:fs'

/** Whether a file is compressed, whatever its name says. */
export function isGzip(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(2)
    readSync(file, start)
    return start[0] === 0x1f && start[1] === 0x8b
  } finally {
    closeSync(file)
  }
}
