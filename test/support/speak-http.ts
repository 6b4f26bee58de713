import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What a server said on one connection. */
export interface Spoken {
  /** Each answer in turn, without those of status 100. */
  answers: { status: number; headers: Record<string, string>; body: string }[]
  /** Whether the server ended the connection. */
  ended: boolean
}

/** How to speak: pieces go out one by one, `pause` milliseconds apart. */
export interface Manner {
  pause?: number
  /** Ends the own side of the connection after the last piece. */
  halfClose?: boolean
  /** Goes away after so many milliseconds; until then the server may end the connection. */
  patience?: number
}

/** Speaks bytes to a server as no client would, and listens until somebody ends the connection. */
export async function speakHttp(url: string, pieces: (string | Buffer)[], manner: Manner = {}): Promise<Spoken> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  const chunks: Buffer[] = []
  let ended = false
  socket.on('data', (chunk) => chunks.push(chunk))
  // A reset is an end too, and says no more than one.
  socket.on('error', () => (ended = true))
  const closed = new Promise<void>((resolve) => {
    socket.once('end', () => {
      ended = true
      socket.end()
      resolve()
    })
    socket.once('close', () => resolve())
  })
  const leaving = wait(manner.patience ?? 4000, undefined, { ref: false })
  for (const piece of pieces) {
    if (!socket.writable) break
    socket.write(piece)
    if (manner.pause) await Promise.race([wait(manner.pause), closed])
  }
  if (manner.halfClose) socket.end()
  await Promise.race([closed, leaving])
  socket.destroy()
  return { answers: readAnswers(Buffer.concat(chunks)), ended }
}

function readAnswers(bytes: Buffer): Spoken['answers'] {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return []
  const [line = '', ...fields] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(line.split(' ')[1])
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  )
  const bodyEnd = end + 4 + Number(headers['content-length'] ?? 0)
  const rest = readAnswers(bytes.subarray(bodyEnd))
  return status === 100 ? rest : [{ status, headers, body: bytes.subarray(end + 4, bodyEnd).toString() }, ...rest]
}
