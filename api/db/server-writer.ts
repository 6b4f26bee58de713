import { setTimeout as wait } from 'node:timers/promises'
import type { Client, InStatement, ResultSet } from '@libsql/client'
import { skippedRows, type BulkInsert } from './bulk-insert.ts'
import type { WriteResult } from './file-writer.ts'
import { isBusy } from './outage.ts'

/** Pauses before another attempt, where another process is writing. */
const pausesWhenBusy = [50, 150, 450]

const isBulk = (statement: InStatement | BulkInsert): statement is BulkInsert =>
  typeof statement === 'object' && 'all' in statement

/** Runs statements on a libSQL server as one transaction, in one round trip. */
export async function writeToServer(client: Client, statements: (InStatement | BulkInsert)[]): Promise<WriteResult[]> {
  const results = await writeWithPatience(
    client,
    statements.map((statement) =>
      isBulk(statement) ? { sql: statement.all, args: [JSON.stringify(statement.rows)] } : statement,
    ),
  )
  return results.map(({ rows, rowsAffected }, place) => {
    const statement = statements[place]
    if (statement === undefined || !isBulk(statement)) return { rows, rowsAffected, skipped: [] }
    return {
      rows,
      rowsAffected: rows.length,
      skipped: skippedRows(
        statement,
        rows.map((row) => row[0]),
      ),
    }
  })
}

/** Several processes share a server, which lets one write at a time. */
async function writeWithPatience(client: Client, statements: InStatement[]): Promise<ResultSet[]> {
  for (const pause of pausesWhenBusy) {
    try {
      return await client.batch(statements, 'write')
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    await wait(pause)
  }
  return client.batch(statements, 'write')
}
