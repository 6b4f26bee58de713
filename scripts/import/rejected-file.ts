import { createWriteStream, rmSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'

/** A line that was not taken, and why. */
export interface RejectedLine {
  line: number
  reason: string
  source: string
}

/** The file beside an input that says what of it was not taken: of this run, and only where there is something. */
export interface RejectedFile {
  path: string
  add(rejected: RejectedLine): void
  close(): Promise<void>
}

/** Makes the file when it is needed; that of an earlier run goes. */
export function createRejectedFile(input: string): RejectedFile {
  const path = `${input}.rejected.jsonl`
  let stream: WriteStream | undefined
  rmSync(path, { force: true })
  return {
    path,
    add(rejected) {
      stream ??= createWriteStream(path)
      stream.write(`${JSON.stringify(rejected)}\n`)
    },
    async close() {
      if (!stream) return
      stream.end()
      await once(stream, 'close')
    },
  }
}
