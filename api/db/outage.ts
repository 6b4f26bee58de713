import { LibsqlError } from '@libsql/client'

/** Codes of what is wrong with a statement or with what it would store; everything else is wrong with the database. */
const faultsOfStatements = /^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG|ERROR|UNKNOWN)|^SQL_|^ARGS_INVALID/

/**
 * Errors of the database itself, not of what is written: full, read-only, locked, broken, out of reach, or silent for
 * too long. What the query builder wraps counts too.
 */
export function isOutage(error: unknown): boolean {
  if (error instanceof LibsqlError) return !faultsOfStatements.test(error.code)
  return error instanceof Error && error.cause !== undefined && isOutage(error.cause)
}

/** Whether another writer had the lock: nothing was written, and the next attempt may find it free. */
export function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')
}
