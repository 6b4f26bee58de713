import { BackupError } from '../../api/backup/backup-error.ts'
import { InboxError } from '../../api/db/inbox.ts'
import { DefinitionsError } from '../../api/definitions/load.ts'
import { SettingsError } from '../../api/env.ts'
import { KeyFileError } from '../../api/keys/key-files.ts'
import { BuildError } from '../build-error.ts'
import { PortTaken } from './need-port.ts'

/** Why something does not run: errors of the user's say what to do, others are faults of ours, and their stack helps. */
export function explainError(error: unknown): string {
  if (error instanceof SettingsError) return `The environment cannot be used:\n${error.message}`
  if (error instanceof DefinitionsError) {
    return `The definitions in content/ and surveys/ cannot be used:\n${error.message}`
  }
  if (error instanceof KeyFileError || error instanceof BuildError || error instanceof BackupError) return error.message
  if (error instanceof InboxError || error instanceof PortTaken) return error.message
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE' && port !== undefined) return new PortTaken(port, 'npm start').message
  if (code === 'EACCES' && port !== undefined) {
    return `Port ${port} is not for this user. Choose one from 1024 on: PORT=3000 npm start`
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') {
    return `The data folder cannot be written: ${(error as Error).message}. Make room or give this user the right to, or set DATA_DIR.`
  }
  if (code?.startsWith('SQLITE_BUSY')) {
    return 'Another process holds the database and does not let go of it. Find out which, and try again when it is done.'
  }
  if (code === 'SQLITE_NOTADB')
    return 'DATABASE_URL leads to a file that is no database. Name another, or put a backup there.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
