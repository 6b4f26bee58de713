import { createClient, type InStatement } from '@libsql/client'
import type { TestApp } from './create-test-app.ts'

/** How the database goes about what it is asked for in some work: a line for each step of each statement. */
export async function plansOf({ services }: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const { database, settings } = services
  const asked: InStatement[] = []
  const { read, write, mayLag } = database
  const { read: readLagging } = mayLag
  const hear = (statements: unknown[]) => asked.push(...(statements as InStatement[]))
  database.read = (statements) => (hear(statements), read(statements))
  database.write = (statements) => (hear(statements), write(statements))
  mayLag.read = (statements) => (hear(statements), readLagging(statements))
  await work()
  Object.assign(database, { read, write })
  mayLag.read = readLagging

  // A client of its own: it cannot be used again once it has explained a write.
  const client = createClient({ url: settings.databaseUrl })
  const plans: string[] = []
  for (const statement of asked) {
    const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    plans.push(...rows.map((row) => String(row['detail'])))
  }
  client.close()
  return plans
}
