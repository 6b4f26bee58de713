import type { Client, InArgs, InStatement } from '@libsql/client'
import { every } from '../jobs/every.ts'
import type { Log } from '../log.ts'
import type { Address } from './connect.ts'
import { isOutage } from './outage.ts'

/** How the replica does, for those who watch. */
export interface ReplicaState {
  /** Whether reads that may lag go to it. */
  isUsed: boolean
  /** Seconds that it was behind when last looked at. */
  lagSeconds: number
  /** Reads that the primary answered in its place, since the start. */
  fallbacks: number
}

/** Where the replica is, and how it is judged. */
export interface ReplicaOptions extends Address {
  /** Is told when it is no longer used, or is again. */
  log: Log
  /** Milliseconds that it may be behind. */
  maxLag?: number
}

/** A client for reads that may lag. */
export interface ReplicaClient {
  /** Asks the replica, and the primary where that does not do. */
  client: Client
  state(): ReplicaState
  stop(): Promise<void>
}

const pauseMilliseconds = 1000

/** The last fact that was ever stored. Commits reach a replica in order, so it has everything before what it has. */
const latestFact = `SELECT seq FROM sqlite_sequence WHERE name = 'events'`

/**
 * Sends reads to a replica for as long as that answers and is not too far behind; else to the primary. Told once when
 * that changes.
 */
export function createReplicaClient(primary: Client, replica: Client, options: ReplicaOptions): ReplicaClient {
  const { maxLag = 10_000, log } = options
  // Not used until it was seen to answer.
  let isUsed = false
  let wasTold = false
  let fallbacks = 0
  let lag = 0
  /** A fact of the primary that the replica did not have yet, and when it was first missed. */
  let missed: { fact: number; since: number } | null = null

  function use(usable: boolean, cause?: unknown): void {
    if (usable === isUsed && (usable || wasTold)) return
    isUsed = usable
    wasTold = true
    if (usable) log.info('Reads that may lag go to the replica.')
    else log.warn('The replica is not used: reads go to the primary.', { lagSeconds: lag / 1000, cause })
  }

  async function look(): Promise<void> {
    // The primary first: what commits between the two questions must not look like lag.
    const ahead = await factOf(primary).catch(() => null)
    try {
      const here = await factOf(replica)
      const now = performance.now()
      const took = missed && here >= missed.fact ? now - missed.since : 0
      if (missed && here >= missed.fact) missed = null
      // Without the primary nobody knows more than the replica does.
      if (!missed && ahead !== null && ahead > here) missed = { fact: ahead, since: now }
      lag = Math.max(missed ? now - missed.since : 0, missed ? took : 0)
      use(lag <= maxLag)
    } catch (cause) {
      use(false, cause)
    }
  }

  async function answer<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer> {
    if (isUsed) {
      try {
        return await ask(replica)
      } catch (cause) {
        // What is wrong with a statement says nothing about the replica: the primary tells what it is.
        if (isOutage(cause)) use(false, cause)
      }
    }
    fallbacks += 1
    return ask(primary)
  }

  const looking = every(pauseMilliseconds, look, log)
  return {
    client: {
      ...onlyReads,
      protocol: replica.protocol,
      get closed() {
        return replica.closed
      },
      execute: (statement: InStatement | string, args?: InArgs) =>
        answer((client) =>
          typeof statement === 'string' ? client.execute(statement, args) : client.execute(statement),
        ),
      batch: (statements) => answer((client) => client.batch(statements, 'read')),
      close: () => replica.close(),
      reconnect: () => replica.reconnect(),
    },
    state: () => ({ isUsed, lagSeconds: lag / 1000, fallbacks }),
    async stop() {
      await looking.stop()
      replica.close()
    },
  }
}

async function factOf(client: Client): Promise<number> {
  const { rows } = await client.execute(latestFact)
  return Number(rows[0]?.['seq'] ?? 0)
}

const refuse = () => Promise.reject(new Error('A replica is only read.'))

/** What the query builder's client can do besides reading. */
const onlyReads = { migrate: refuse, transaction: refuse, executeMultiple: refuse, sync: refuse }
