import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { ImportError } from './import-error.ts'

/** A line that was not taken, and why. */
export interface RejectedLine {
  line: number
  reason: string
  source: string
}

/** The file beside an input that says what of it was not taken: of this run, and only where there is something. */
export interface RejectedFile {
  path: string
  /**
   * Writes a line before it returns: however slow the disk is, nothing piles up.
   *
   * @throws ImportError where the disk does not take it.
   */
  add(rejected: RejectedLine): void
  close(): void
}

/**
 * Makes the file when it is needed; that of an earlier run goes.
 *
 * @throws ImportError where it does not.
 */
export function createRejectedFile(input: string): RejectedFile {
  const path = `${input}.rejected.jsonl`
  let file: number | undefined
  const attempt = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      throw new ImportError(
        `${path}, for lines that are not taken, cannot be written: ${(error as Error).message}. ` +
          'Mend that and run the same command again: what is there already is not taken twice.',
      )
    }
  }
  attempt(() => rmSync(path, { force: true }))
  return {
    path,
    add: (rejected) =>
      attempt(() => {
        file ??= openSync(path, 'w')
        writeFileSync(file, `${JSON.stringify(rejected)}\n`)
      }),
    close: () =>
      attempt(() => {
        if (file !== undefined) closeSync(file)
      }),
  }
}
