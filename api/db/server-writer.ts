import type { Client, InStatement } from '@libsql/client'
import { skippedRows, type BulkInsert } from './bulk-insert.ts'
import type { WriteResult } from './file-writer.ts'
import { withPatience } from './with-patience.ts'

const isBulk = (statement: InStatement | BulkInsert): statement is BulkInsert =>
  typeof statement === 'object' && 'all' in statement

/** Runs statements on a libSQL server as one transaction, in one round trip. */
export async function writeToServer(client: Client, statements: (InStatement | BulkInsert)[]): Promise<WriteResult[]> {
  const batch = statements.map((statement) =>
    isBulk(statement) ? { sql: statement.all, args: [JSON.stringify(statement.rows)] } : statement,
  )
  // Several processes share a server, which lets one write at a time.
  const results = await withPatience(() => client.batch(batch, 'write'))
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
