import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyKind } from '../contract/keys.ts'
import { keyShape, makeKey } from './key-value.ts'

/** The two keys: `write` may go into a page, `secret` may not. */
export interface Keys {
  write: string
  secret: string
}

/** Thrown where a key file holds no key; its message says what to do. */
export class KeyFileError extends Error {}

function makeKeyFile(file: string, kind: KeyKind): void {
  const made = `${file}.${process.pid}`
  try {
    writeFileSync(made, `${makeKey(kind)}\n`, { mode: 0o600, flush: true })
    // A link appears whole or not at all, and only once: of two processes that start together one makes the key.
    linkSync(made, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(made, { force: true })
  }
}

function keyFromFile(file: string, kind: KeyKind): string {
  if (!existsSync(file)) makeKeyFile(file, kind)
  const key = readFileSync(file, 'utf8').trim()
  if (!keyShape.test(key)) {
    throw new KeyFileError(
      `The file ${file} holds no key. Put the key back, or delete the file to have a new one made.`,
    )
  }
  return key
}

/** Takes the keys that are given, and those that are not from `dataDir`, where they are made on the first start. */
export function loadKeys(given: { write: string | undefined; secret: string | undefined }, dataDir: string): Keys {
  return {
    write: given.write ?? keyFromFile(join(dataDir, 'write-key'), 'write'),
    secret: given.secret ?? keyFromFile(join(dataDir, 'secret-key'), 'secret'),
  }
}
