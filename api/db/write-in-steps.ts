import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { InArgs } from '@libsql/client'
import type { Database } from './open.ts'

/** Rows that one step takes: few enough that ingest hardly waits for it. */
const stepSize = 1000

/**
 * Repeats a statement that changes at most `:limit` rows, each time as a transaction of its own, until none are left.
 *
 * @returns how many rows were changed.
 */
export async function writeInSteps(
  database: Database,
  { sql, args, signal }: { sql: string; args: Exclude<InArgs, unknown[]>; signal?: AbortSignal | undefined },
): Promise<number> {
  let changed = 0
  for (;;) {
    signal?.throwIfAborted()
    const [step] = await database.write([{ sql, args: { ...args, limit: stepSize } }])
    changed += step?.rowsAffected ?? 0
    if ((step?.rowsAffected ?? 0) < stepSize) return changed
    await yieldToEventLoop()
  }
}
