import { statSync } from 'node:fs'
import { LibsqlError } from '@libsql/client'

/** Tells a file from another that is later at the same path. */
export interface FileMark {
  path: string
  device: bigint
  inode: bigint
}

const find = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false })

/** Marks the file that is at a path now. */
export function markFile(path: string): FileMark {
  const found = find(path)
  return { path, device: found?.dev ?? 0n, inode: found?.ino ?? 0n }
}

/**
 * Makes sure that a file is still where it was opened: what is written to one that was deleted is gone at the next start.
 *
 * @throws LibsqlError as of a database that is out of reach.
 */
export function expectFile({ path, device, inode }: FileMark): void {
  const found = find(path)
  if (found?.ino === inode && found.dev === device) return
  throw new LibsqlError(
    `The database file was ${found ? 'replaced' : 'deleted or moved'} while it was in use. Nothing more is taken; restart the server.`,
    'SQLITE_READONLY_DBMOVED',
  )
}
