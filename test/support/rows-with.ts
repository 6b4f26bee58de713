import type { Database } from '../../api/db/open.ts'

/** The tables of all rows that have the text in them, anywhere, but for the log of who asked for what. */
export async function rowsWith({ client }: Pick<Database, 'client'>, text: string): Promise<string[]> {
  const tables = await client.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'audit_log'")
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.execute(`SELECT * FROM "${String(name)}"`)
    found.push(...rows.filter((row) => JSON.stringify(row).includes(text)).map(() => String(name)))
  }
  return found
}
