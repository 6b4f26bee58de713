import { LibsqlError } from '@libsql/client'

/** Errors of the database itself, not of what is written: full, read-only, locked, broken or out of reach. */
export function isOutage(error: unknown): boolean {
  return error instanceof LibsqlError && !/^SQLITE_(CONSTRAINT|MISMATCH|RANGE|TOOBIG|ERROR)/.test(error.code)
}
