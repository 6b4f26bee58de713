import { dayInMilliseconds } from '../day.ts'
import type { Services } from '../services.ts'

/** What one transaction removes at the most, so that it keeps no other waiting. */
const groupSize = 5000

/** Where all ids (UUIDv7) begin that were made before a time. */
function idsBefore(time: number): string {
  const clock = time.toString(16).padStart(12, '0')
  return `${clock.slice(0, 8)}-${clock.slice(8)}`
}

/** Removes acts that are older than AUDIT_DAYS. @returns how many. */
export async function expireAuditLog(
  { database, settings, now }: Services,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  if (settings.auditDays === 0) return 0
  const before = idsBefore(now() - settings.auditDays * dayInMilliseconds)
  const sql = `DELETE FROM audit_log WHERE id IN (SELECT id FROM audit_log WHERE id < :before LIMIT ${groupSize})`
  let removed = 0
  for (let group = groupSize; group === groupSize; removed += group) {
    signal.throwIfAborted()
    const [result] = await database.write([{ sql, args: { before } }])
    group = result?.rowsAffected ?? 0
  }
  return removed
}
