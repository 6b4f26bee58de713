import type { Database } from '../db/open.ts'
import type { Log } from '../log.ts'

/** Something that was done with a secret key or in the console. */
export interface Act {
  id: string
  at: number
  actor: string
  action: string
  target: string
  status: number
  requestId: string
}

/** Where acts are written down. */
export interface AuditTrail {
  /** Writes an act down before it resolves: for what changed something. */
  record(act: Act): Promise<void>
  /** Writes an act down within a second, together with others: for what was read. */
  note(act: Act): void
  /** Writes down what still waits. */
  close(): Promise<void>
}

const groupMilliseconds = 1000
/** Acts that wait for a database to come back; what is beyond is lost, and counted in the log. */
const mostWaiting = 10_000

const insertActs = `
  INSERT INTO audit_log (id, at, actor, action, target, status, request_id)
  SELECT value ->> 'id', value ->> 'at', value ->> 'actor', value ->> 'action', value ->> 'target', value ->> 'status',
    value ->> 'requestId'
  FROM json_each(:acts) WHERE true
  ON CONFLICT DO NOTHING`

/**
 * Writes acts down in groups. What a request did cannot be undone because its act could not be written down, so a
 * failure is logged and tried again every second.
 */
export function createAuditTrail({ database, log }: { database: Database; log: Log }): AuditTrail {
  let waiting: Act[] = []
  let writing = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function add(act: Act): void {
    if (waiting.length < mostWaiting) waiting.push(act)
    else log.error('An act is lost to the audit log: too many wait for the database.', { requestId: act.requestId })
  }

  async function writeWaiting(): Promise<void> {
    if (waiting.length === 0) return
    const acts = waiting
    waiting = []
    try {
      await database.write([{ sql: insertActs, args: { acts: JSON.stringify(acts) } }])
    } catch (cause) {
      log.error('Acts could not be written to the audit log; they are tried again.', { acts: acts.length, cause })
      waiting = [...acts, ...waiting]
      writeSoon()
    }
  }

  function write(): Promise<void> {
    writing = writing.then(writeWaiting)
    return writing
  }

  function writeSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void write()
    }, groupMilliseconds)
  }

  return {
    async record(act) {
      add(act)
      await write()
    },
    note(act) {
      add(act)
      writeSoon()
    },
    async close() {
      await write()
      clearTimeout(timer)
    },
  }
}
