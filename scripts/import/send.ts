import { setTimeout as sleep } from 'node:timers/promises'
import type { IngestResult } from '../../api/contract/ingest.ts'
import type { Problem } from '../../api/contract/problem.ts'
import { ImportError } from './import-error.ts'

/** Where messages go, and what is told while they wait. */
export interface Server {
  /** Without a slash at the end. */
  url: string
  secretKey: string
  /** Is told once that the server asks to send slower. */
  slowedDown?: () => void
}

/** How often a batch is tried that the server cannot take. Asking to send slower does not count. */
const mostTries = 10
const longestPause = 30_000

/** Sends a batch until the server has taken it. */
export type Send = (body: string) => Promise<IngestResult>

/**
 * Makes what sends batches. It waits as long as the server asks for (429, 503) and tries again when the network fails:
 * messages have ids, so nothing is taken twice.
 *
 * @throws ImportError where trying again is of no use, or was for long.
 */
export function createSend({ url, secretKey, slowedDown }: Server): Send {
  let wasReached = false
  const headers = { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' }
  return async (body) => {
    for (let tries = 1; ;) {
      const response = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body }).catch(
        (error: unknown) => error,
      )
      if (response instanceof Response) wasReached = true
      if (response instanceof Response && response.ok) return (await response.json()) as IngestResult
      const problem = response instanceof Response ? await explain(response) : reasonOf(response)
      const status = response instanceof Response ? response.status : 0
      if (status >= 400 && status < 500 && status !== 429 && status !== 408) {
        throw new ImportError(`${url} does not take the messages: ${problem}`)
      }
      // A server that restarts is waited for, one that was never there is not.
      if (!wasReached) throw new ImportError(`${url} cannot be reached: ${problem}`)
      if (status === 429) slowedDown?.()
      else if (++tries > mostTries) throw new ImportError(`${url} cannot take the messages: ${problem}`)
      const asked = response instanceof Response ? Number(response.headers.get('Retry-After')) * 1000 : 0
      await sleep(asked || Math.min(longestPause, 250 * 2 ** tries))
    }
  }
}

async function explain(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => null)) as Problem | null
  return problem?.detail ?? `it answers with ${response.status}.`
}

function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } }
  return cause?.code === 'ECONNREFUSED'
    ? 'nothing listens there. Is it running?'
    : `${cause?.message || String(error)}.`
}
