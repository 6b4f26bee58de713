import { parentPort, workerData } from 'node:worker_threads'
import type { InStatement } from '@libsql/client'
import SqliteDatabase from 'libsql'
import type { BulkInsert } from './bulk-insert.ts'
import { expectFile, markFile, type FileMark } from './file-mark.ts'
import type { ThreadAnswer, ThreadOptions, ThreadRequest, WriteResult } from './file-writer.ts'

// The thread that writes a file, the database or its inbox. In its process it alone writes that, and it alone moves the
// log into the file.

const { path, files, settings } = workerData as ThreadOptions
/** Milliseconds to wait for the lock while another process has it. */
const patience = 5000
const database = new SqliteDatabase(path, { timeout: patience })
for (const setting of settings) database.exec(setting)

/** Whether the lock was last waited for in vain. */
let isLocked = false
/** The log and its index, once they are there. */
let logs: FileMark[] | undefined

/** Statements as they were compiled: what a flush runs again and again is compiled once. */
const compiled = new Map<string, SqliteDatabase.Statement>()
const mostCompiled = 200

function compile(sql: string): SqliteDatabase.Statement {
  const known = compiled.get(sql)
  if (known) return known
  if (compiled.size >= mostCompiled) compiled.clear()
  const statement = database.prepare(sql)
  compiled.set(sql, statement)
  return statement
}

/** Names of parameters are given without the sign that they have in the statement. */
const bare = (args: object) =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name.replace(/^[:@$]/, ''), plain(value)]))
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value)

function run(statement: InStatement): WriteResult {
  const { sql, args = [] } = typeof statement === 'string' ? { sql: statement } : statement
  const given = Array.isArray(args) ? args.map(plain) : bare(args)
  const compiledStatement = compile(sql)
  if (!compiledStatement.reader) return { rows: [], rowsAffected: compiledStatement.run(given).changes }
  const rows = compiledStatement.all(given) as WriteResult['rows']
  return { rows, rowsAffected: rows.length }
}

function insert({ one, oneUnlessRefused, someRefused, rows }: BulkInsert): WriteResult {
  const { found } = compile(someRefused).get([]) as { found: number }
  const statement = compile(found === 1 ? oneUnlessRefused : one)
  const skipped = rows.flatMap((row, place) => (statement.run(row).changes === 1 ? [] : [place]))
  return { rows: [], rowsAffected: rows.length - skipped.length, skipped }
}

/**
 * Takes the lock. Where that was waited for in vain nobody waits until it is found free: those who come next, one by one,
 * would each wait as long.
 */
function begin(): void {
  const wasLocked = isLocked
  try {
    database.exec('BEGIN IMMEDIATE')
    isLocked = false
  } catch (error) {
    isLocked = (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false
    throw error
  } finally {
    if (isLocked !== wasLocked) database.exec(`PRAGMA busy_timeout = ${isLocked ? 0 : patience}`)
  }
}

function expectFiles(): void {
  // The log and its index are there from the first transaction on, and as long as this connection. Who comes after the
  // index was deleted makes another one: neither knows of the other, and both write into one place.
  logs ??= [markFile(`${path}-wal`), markFile(`${path}-shm`)]
  for (const file of [...files, ...logs]) expectFile(file)
}

function write(statements: ThreadRequest['statements']): WriteResult[] {
  begin()
  try {
    const results = statements.map((statement) =>
      typeof statement === 'object' && 'one' in statement ? insert(statement) : run(statement),
    )
    database.exec('COMMIT')
    expectFiles()
    return results
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

parentPort?.on('message', (request: ThreadRequest | 'close') => {
  if (request === 'close') {
    // What the log still holds goes into the file, so that a copy of it is whole.
    database.exec('PRAGMA main.wal_checkpoint(TRUNCATE)')
    database.close()
    parentPort?.close()
    return
  }
  let answer: ThreadAnswer
  try {
    answer = { id: request.id, results: write(request.statements) }
  } catch (error) {
    const { message, code, rawCode } = error as { message: string; code?: string; rawCode?: number }
    answer = { id: request.id, error: { message, code, rawCode } }
  }
  parentPort?.postMessage(answer)
})
