import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The two keys: `write` may go into a page, `secret` may not. */
export interface Keys {
  write: string
  secret: string
}

function keyFromFile(file: string, prefix: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const key = `${prefix}_${randomBytes(24).toString('base64url')}`
  // `wx`: of two processes that start together one makes the key, the other reads it.
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
    return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(file, 'utf8').trim()
  }
}

/** Takes the keys that are given, and those that are not from `dataDir`, where they are made on the first start. */
export function loadKeys(given: { write: string | undefined; secret: string | undefined }, dataDir: string): Keys {
  return {
    write: given.write ?? keyFromFile(join(dataDir, 'write-key'), 'pk'),
    secret: given.secret ?? keyFromFile(join(dataDir, 'secret-key'), 'sk'),
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares two secrets in a time that does not tell where they differ. */
export function equalSecrets(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right))
}
