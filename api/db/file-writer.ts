import { Worker } from 'node:worker_threads'
import { LibsqlError, type InStatement, type Row } from '@libsql/client'
import type { BulkInsert } from './bulk-insert.ts'
import type { FileMark } from './file-mark.ts'

/** What a statement did. */
export interface WriteResult {
  rows: Row[]
  rowsAffected: number
  /** Places of the rows of a bulk insert that were skipped. */
  skipped?: number[]
}

/** What the thread writes. */
export interface ThreadOptions {
  path: string
  /** Files that must still be where they are whenever something was written. */
  files: FileMark[]
  /** Statements that set its connection. */
  settings: string[]
}

/** What the thread is asked. */
export interface ThreadRequest {
  id: number
  statements: (InStatement | BulkInsert)[]
}

/** What the thread answers. */
export type ThreadAnswer =
  | { id: number; results: WriteResult[] }
  | { id: number; error: { message: string; code: string | undefined; rawCode: number | undefined } }

interface Waiting {
  resolve: (results: WriteResult[]) => void
  reject: (error: Error) => void
}

/** Writes to a file, in a thread of its own. */
export interface FileWriter {
  /** Runs statements as one transaction. Transactions run in the order in which they were asked for. */
  write(statements: ThreadRequest['statements']): Promise<WriteResult[]>
  /** Ends the thread when everything that was asked for is done. */
  close(): Promise<void>
}

/**
 * Opens a file for writing. The thread starts with the first write, and anew if it should break; writes that were
 * under way then fail as an outage does.
 */
export function openFileWriter(options: ThreadOptions): FileWriter {
  const waiting = new Map<number, Waiting>()
  let nextId = 0
  let worker: Worker | null = null
  let isClosed = false

  function fail(cause: Error): void {
    worker = null
    const error = new LibsqlError(`The thread that writes has ended: ${cause.message}`, 'SQLITE_ABORT')
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL('./write-thread.ts', import.meta.url), { workerData: options })
    started.on('message', (answer: ThreadAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('results' in answer) asked?.resolve(answer.results)
      else asked?.reject(toError(answer.error))
    })
    started.on('error', fail)
    started.on('exit', () => {
      if (worker === started) fail(new Error('it stopped'))
    })
    return started
  }

  return {
    write: (statements) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new LibsqlError('The database is closed.', 'SQLITE_MISUSE'))
          return
        }
        worker ??= start()
        const id = nextId++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, statements } satisfies ThreadRequest)
      }),
    async close() {
      isClosed = true
      const ending = worker
      if (!ending) return
      worker = null
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage('close')
      await ended
    },
  }
}

/** An error as the client of a server throws it: told apart by the code of SQLite. */
function toError({
  message,
  code,
  rawCode,
}: {
  message: string
  code: string | undefined
  rawCode: number | undefined
}) {
  return code === undefined ? new Error(message) : new LibsqlError(message, code, code, rawCode)
}
