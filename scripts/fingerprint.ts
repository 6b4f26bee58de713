import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A hash of what the files say, wherever and whenever they were written: a fresh clone of what was built is fresh.
 *
 * @param paths - Files and folders below `root`.
 * @param extra - What else decides about the result, such as an environment variable.
 */
export function fingerprint(root: string, paths: string[], extra: string): string {
  const hash = createHash('sha256').update(extra)
  const files = paths.flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? globSync('**/*', { cwd: join(root, path), withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [join(root, path)],
  )
  for (const file of files.sort()) {
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
