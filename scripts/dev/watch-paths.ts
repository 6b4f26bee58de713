import { statSync, watch } from 'node:fs'
import { join } from 'node:path'

/** A save is several events, and a change of branch is hundreds. */
const quietMilliseconds = 150

/**
 * Calls back when files below the paths have changed and are quiet again.
 *
 * @returns what ends it.
 */
export function watchPaths(root: string, paths: string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers = paths.map((path) => {
    const full = join(root, path)
    return watch(full, { recursive: statSync(full).isDirectory() }, () => {
      clearTimeout(timer)
      timer = setTimeout(changed, quietMilliseconds)
    })
  })
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
