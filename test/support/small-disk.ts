import { spawnSync } from 'node:child_process'
import { onTestFinished, type TestContext } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

/** Mounts a disk of this many bytes until the test ends; skips the test where that is not allowed. @returns its folder. */
export function mountSmallDisk(context: TestContext, bytes: number): string {
  const folder = temporaryFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { encoding: 'utf8' })
  if (mounted.status !== 0) context.skip(`A disk cannot be mounted here: ${mounted.stderr || 'there is no mount.'}`)
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  return folder
}
