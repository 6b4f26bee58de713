import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { InArgs } from '@libsql/client'
import type { Database } from './open.ts'

/** Rows that one step takes: few enough that ingest hardly waits for it. */
const stepSize = 1000

/**
 * Repeats a statement that changes at most `:limit` rows, each time as a transaction of its own, until none are left.
 *
 * @param step.before - Statements of the same transaction, for what follows from those rows.
 * @returns how many rows were changed.
 */
export async function writeInSteps(
  database: Database,
  step: { sql: string; before?: string[]; args: Exclude<InArgs, unknown[]>; signal?: AbortSignal | undefined },
): Promise<number> {
  const { sql, before = [], signal } = step
  const args = { ...step.args, limit: stepSize }
  let changed = 0
  for (;;) {
    signal?.throwIfAborted()
    const results = await database.write([...before, sql].map((statement) => ({ sql: statement, args })))
    const taken = results.at(-1)?.rowsAffected ?? 0
    changed += taken
    if (taken < stepSize) return changed
    await yieldToEventLoop()
  }
}
