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
  /** How often it was done. */
  count: number
}

/** Where acts are written down. */
export interface AuditTrail {
  /** Writes an act down before it resolves: for what changed something. */
  record(act: Act): Promise<void>
  /** Writes an act down within a second, together with others: for what was read. */
  note(act: Act): void
  /** Notes what somebody may try without end: it is one act for ten minutes, which says how often. */
  countAttempt(act: Act): void
  /** Writes down what still waits; the log says how much is lost where that fails. */
  close(): Promise<void>
}

const groupMilliseconds = 1000
const attemptsMilliseconds = 10 * 60_000
/** Acts that wait for a database to come back; what is beyond is lost, and counted in the log. */
const mostWaiting = 10_000

const insertActs = `
  INSERT INTO audit_log (id, at, actor, action, target, status, request_id, count)
  SELECT value ->> 'id', value ->> 'at', value ->> 'actor', value ->> 'action', value ->> 'target', value ->> 'status',
    value ->> 'requestId', value ->> 'count'
  FROM json_each(:acts) WHERE true
  ON CONFLICT (id) DO UPDATE SET count = max(count, excluded.count)`

/**
 * Writes acts down in groups. What a request did cannot be undone because its act could not be written down, so a
 * failure is logged and tried again every second.
 */
export function createAuditTrail({ database, log }: { database: Database; log: Log }): AuditTrail {
  /** By id: attempts are written again with what they have become. */
  let waiting = new Map<string, Act>()
  let attempts: Act | undefined
  let writing = Promise.resolve()
  let planned: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  function add(act: Act): void {
    if (waiting.size < mostWaiting || waiting.has(act.id)) waiting.set(act.id, act)
    else log.error('An act is lost to the audit log: too many wait for the database.', { requestId: act.requestId })
  }

  async function writeWaiting(): Promise<void> {
    if (waiting.size === 0) return
    const acts = waiting
    waiting = new Map()
    try {
      await database.write([{ sql: insertActs, args: { acts: JSON.stringify([...acts.values()]) } }])
    } catch (cause) {
      log.error('Acts could not be written to the audit log; they are tried again.', { acts: acts.size, cause })
      waiting = new Map([...acts, ...waiting])
      writeSoon()
    }
  }

  /** Acts that come while others are being written go together: each waits for two attempts at the most. */
  function write(): Promise<void> {
    planned ??= writing.then(() => {
      planned = undefined
      return writeWaiting()
    })
    writing = planned
    return planned
  }

  function writeSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void write()
    }, groupMilliseconds)
  }

  function note(act: Act): void {
    add(act)
    writeSoon()
  }

  return {
    async record(act) {
      add(act)
      await write()
    },
    note,
    countAttempt(act) {
      if (!attempts || act.at - attempts.at >= attemptsMilliseconds) attempts = { ...act, count: 0 }
      attempts.count += 1
      note(attempts)
    },
    async close() {
      await write()
      clearTimeout(timer)
      if (waiting.size === 0) return
      log.error('Acts are lost to the audit log: the database could not be written until the end.', {
        acts: waiting.size,
      })
    },
  }
}
