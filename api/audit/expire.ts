import { dayInMilliseconds } from '../day.ts'
import { writeInSteps } from '../db/write-in-steps.ts'
import { firstIdAt } from '../ids.ts'
import type { Services } from '../services.ts'

const expire = 'DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE id < :before LIMIT :limit)'

/** Removes acts that are older than AUDIT_DAYS. @returns how many. */
export async function expireAuditLog({ database, settings, now }: Services, signal?: AbortSignal): Promise<number> {
  if (settings.auditDays === 0) return 0
  const before = firstIdAt(now() - settings.auditDays * dayInMilliseconds)
  return writeInSteps(database, { sql: expire, args: { before }, signal })
}
