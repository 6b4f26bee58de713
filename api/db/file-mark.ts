import { statSync } from 'node:fs'
import { LibsqlError } from '@libsql/client'

/** Tells a file from another that is later at the same path. */
export interface FileMark {
  path: string
  device: bigint
  inode: bigint
}

/** Marks the file that is at a path now, or that there is none. */
export function markFile(path: string): FileMark {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return { path, device: found?.dev ?? 0n, inode: found?.ino ?? 0n }
}

/**
 * Makes sure that a file is still where it was opened: what is written to one that was deleted is gone with the process.
 *
 * @throws LibsqlError as of a database that is out of reach.
 */
export function expectFile({ path, device, inode }: FileMark): void {
  const found = markFile(path)
  if (found.inode === inode && found.device === device) return
  throw new LibsqlError(
    `${path} was ${found.inode ? 'replaced' : 'deleted or moved'} while it was in use. Nothing more is taken. Stop the server with SIGTERM, so that it saves what it still has, and start it again; where the database itself is gone, restore a backup first.`,
    'SQLITE_READONLY_DBMOVED',
  )
}
