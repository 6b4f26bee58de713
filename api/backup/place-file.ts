import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives a finished file its name: after a crash there is the old one or the new one, whole. */
export function placeFile(from: string, to: string): void {
  sync(from)
  renameSync(from, to)
  sync(dirname(to))
}
