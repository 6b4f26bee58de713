import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, LibsqlError, type Client } from '@libsql/client'

/** Where a database is. */
export interface Address {
  url: string
  authToken?: string | undefined
}

/** Whether it is a file of this machine, not a server. */
export const isFile = ({ url }: Address): boolean => url.startsWith('file:')

/**
 * A client for a libSQL file or server.
 *
 * @param timeout - Milliseconds after which a server that does not answer counts as out of reach; without it a request
 *   waits for as long as the server keeps it.
 */
export function connect(address: Address, timeout?: number): Client {
  const { url, authToken } = address
  if (isFile(address)) {
    mkdirSync(dirname(fileURLToPath(new URL(url))), { recursive: true })
    // Another process (a backup, a second server) may hold the lock for a moment.
    return createClient({ url, timeout: 5000 })
  }
  return createClient({ url, fetch: boundedFetch(timeout), ...(authToken ? { authToken } : {}) })
}

/** What the client calls to reach a server: every failure is one that callers know as an outage. */
function boundedFetch(timeout: number | undefined) {
  return async (request: Request): Promise<Response> => {
    const signal = timeout === undefined ? undefined : AbortSignal.timeout(timeout)
    try {
      const response = await fetch(request, signal ? { signal } : {})
      // Read to its end here, where silence in the middle of an answer is noticed too.
      return new Response(await response.arrayBuffer(), response)
    } catch (cause) {
      const isSilent = cause instanceof DOMException && cause.name === 'TimeoutError'
      const [message, code] = isSilent
        ? [`The database server did not answer within ${timeout} ms.`, 'SERVER_SILENT']
        : ['The database server cannot be reached.', 'SERVER_UNREACHABLE']
      throw new LibsqlError(message, code, undefined, undefined, cause instanceof Error ? cause : undefined)
    }
  }
}
