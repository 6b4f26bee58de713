import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { isGzip } from '../../api/backup/is-gzip.ts'
import { ImportError } from './import-error.ts'

/**
 * Reads a file piece by piece, decompressed where it is a gzip file.
 *
 * @param read - Is told how many bytes of the file itself were read.
 * @throws ImportError where a compressed file ends before its end, as one does that was broken off.
 */
export async function* readFile(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const counted = async function* () {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      read(chunk.length)
      yield chunk
    }
  }
  if (!isGzip(path)) {
    yield* counted()
    return
  }
  try {
    // An error ends the loop below, which is where it is heard.
    yield* pipeline(counted, createGunzip(), () => {}) as AsyncIterable<Buffer>
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error
    throw new ImportError(`${path} is broken off or damaged: ${(error as Error).message}. Export it again.`)
  }
}
