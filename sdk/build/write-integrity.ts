import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes `integrity.json`: for each script of a folder what its tag needs as `integrity`. */
export async function writeIntegrity(folder: string): Promise<void> {
  const hashes = await Promise.all(
    globSync('*.js', { cwd: folder })
      .sort()
      .map(async (file) => {
        const hash = createHash('sha384').update(await readFile(join(folder, file)))
        return [file, `sha384-${hash.digest('base64')}`] as const
      }),
  )
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`)
}
