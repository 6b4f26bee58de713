import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a machine without git, and a folder that is no repository, say. */
const isWithoutHistory = (error: unknown): boolean => {
  const { code } = error as { code?: unknown }
  return code === 'ENOENT' || code === 128
}

/**
 * When each file of a folder was last changed, as git knows it, by its path from there. Empty where there is no history
 * to ask, or only the end of one: what a shallow clone says would be wrong.
 *
 * @example
 * ```ts
 * (await readChanges('content/articles')).get('en/planning/book-lesson.md') // a Date
 * ```
 */
export async function readChanges(folder: string): Promise<ReadonlyMap<string, Date>> {
  const changes = new Map<string, Date>()
  try {
    const git = async (...args: string[]) =>
      (await run('git', ['-c', 'core.quotePath=false', ...args], { cwd: folder, maxBuffer: 1e9 })).stdout
    if ((await git('rev-parse', '--is-shallow-repository')).trim() === 'true') return changes
    let at = ''
    for (const line of (await git('log', '--format=>%cI', '--name-only', '--relative', '--', '.')).split('\n')) {
      if (line.startsWith('>')) at = line.slice(1)
      // The newest commit comes first.
      else if (line !== '' && !changes.has(line)) changes.set(line, new Date(at))
    }
  } catch (error) {
    if (!isWithoutHistory(error)) throw error
  }
  return changes
}
