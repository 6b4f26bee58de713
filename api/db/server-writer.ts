import type { Client, InStatement } from '@libsql/client'
import type { WriteResult } from './file-writer.ts'
import { withPatience } from './with-patience.ts'

/** Runs statements on a libSQL server as one transaction, in one round trip. */
export async function writeToServer(client: Client, statements: InStatement[]): Promise<WriteResult[]> {
  // Several processes share a server, which lets one write at a time.
  return withPatience(() => client.batch(statements, 'write'))
}
