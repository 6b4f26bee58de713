import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const SampleProgress = z.object({
  /** The moment that the sample ends at; it stays, so that a later start makes up the same. */
  now: z.number(),
  /** Everything before this moment is in. */
  until: z.number(),
})

/** How far the sample has come into a data folder. */
export type SampleProgress = z.infer<typeof SampleProgress>

const fileIn = (dataDir: string): string => join(dataDir, 'sample.json')

/** Reads how far it has come; null where it was never begun. */
export function readSampleProgress(dataDir: string): SampleProgress | null {
  const file = fileIn(dataDir)
  if (!existsSync(file)) return null
  try {
    return SampleProgress.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} cannot be read. Remove ${dataDir} to begin with a new sample.`, { cause })
  }
}

/** Keeps how far it has come. A process that is ended while it writes leaves the file as it was. */
export function keepSampleProgress(dataDir: string, progress: SampleProgress): void {
  mkdirSync(dataDir, { recursive: true })
  const file = fileIn(dataDir)
  writeFileSync(`${file}.new`, JSON.stringify(progress))
  renameSync(`${file}.new`, file)
}
