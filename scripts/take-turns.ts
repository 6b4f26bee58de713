import { mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const lookEvery = 200

/**
 * Does something that only one process may do at a time, when it is this one's turn.
 *
 * @param file - A link that names the process that does it. What a process has left that is no more is nobody's.
 * @param onWait - Called once where another one is at it, with its id.
 */
export async function takeTurns<T>(file: string, onWait: (holder: number) => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    const holder = readHolder(file)
    if (holder === 0) continue
    if (holder === process.pid || !isAlive(holder)) rmSync(file, { force: true })
    else {
      if (!told) onWait(holder)
      told = true
      await setTimeout(lookEvery)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    // A link is there with what it says, or not at all.
    symlinkSync(String(process.pid), file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** 0 where it has just been given back. */
function readHolder(file: string): number {
  try {
    return Number(readlinkSync(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
