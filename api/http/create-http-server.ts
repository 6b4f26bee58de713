import { createServer, STATUS_CODES, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener, RequestError } from '@hono/node-server'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { toProblem } from './errors.ts'

/** How long a client may take, in milliseconds. */
export interface Patience {
  /** For the headers of a request. */
  headers: number
  /** For a whole request, its body included. */
  request: number
}

const defaultPatience: Patience = { headers: 10_000, request: 30_000 }
/** Longer than proxies keep an idle connection (60 s as a rule), so that none sends into one that just closed. */
const idleMilliseconds = 65_000
/** How long what a client still sends is thrown away, so that it gets its answer and no reset. */
const lingerMilliseconds = 500

/**
 * Makes the HTTP server: how long it waits, and what it says to requests that are none.
 *
 * @param services - For the ids of what goes wrong, and the log.
 */
export function createHttpServer(
  fetch: (request: Request) => Response | Promise<Response>,
  { services, patience = defaultPatience }: { services: Pick<Services, 'newId' | 'log'>; patience?: Patience },
): Server {
  const options = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: idleMilliseconds,
    connectionsCheckingInterval: Math.min(1000, patience.headers),
    // A request without one is answered below, like every other that cannot be read.
    requireHostHeader: false,
  }
  const errorHandler = (error: unknown) => {
    const requestId = services.newId()
    if (error instanceof RequestError) {
      return toResponse(new ApiError('bad_request', `The request cannot be read: ${error.message}.`), requestId)
    }
    services.log.error('A request failed.', { requestId, cause: error })
    return toResponse(new ApiError('internal', 'Something failed here. The log has the cause.'), requestId)
  }
  const server = createServer(options, (request, response) => {
    // HTTP/1.0 lets a request name no host, and probes of load balancers do not.
    if (request.httpVersion === '1.0') request.headers.host ??= 'localhost'
    void listener(request, response)
  })
  // Who ends their side of the connection after a request still waits for its answer, and the end comes right after it.
  // Node has this and does not declare it; without it the request is carried out and nobody hears of it.
  Object.assign(server, { httpAllowHalfOpen: true })
  const listener = getRequestListener(fetch, { errorHandler })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    answerUnreadable(error, { socket, requestId: services.newId() })
  })
  return server
}

function toResponse(error: ApiError, requestId: string): Response {
  return new Response(JSON.stringify(toProblem(error, requestId)), {
    status: error.status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': requestId, Connection: 'close' },
  })
}

/** What is wrong with a request that Node could not read, by Node's names for it. */
function explain({ code }: NodeJS.ErrnoException): ApiError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new ApiError('timed_out', 'The request did not arrive in time. Send it again.')
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new ApiError('headers_too_large', 'The address and the headers of a request may have 16 KB together.')
  }
  return new ApiError('bad_request', 'This is no HTTP request that can be read.')
}

/** A connection, with what Node has on it and does not declare: the answer that is being given. */
type Connection = Duplex & { bytesRead?: number; _httpMessage?: ServerResponse | null }

/** Answers a request that never became one, and ends the connection. */
function answerUnreadable(
  error: NodeJS.ErrnoException,
  { socket, requestId }: { socket: Connection; requestId: string },
): void {
  const { _httpMessage: answering, bytesRead } = socket
  // Where an earlier request of the connection is still being answered, this would be taken for its answer.
  const isOfAnother = answering && (answering.req.complete || answering.headersSent)
  // A browser opens connections before it needs them: one that was never used asked for nothing.
  if (error.code === 'ECONNRESET' || bytesRead === 0 || isOfAnother) {
    socket.destroy()
    return
  }
  if (!socket.writable) return
  const problem = toProblem(explain(error), requestId)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  setTimeout(() => socket.destroy(), lingerMilliseconds).unref()
}
