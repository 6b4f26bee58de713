import type { IngestResult } from '../../api/contract/ingest.ts'
import { limits } from '../../api/contract/limits.ts'
import type { Message } from './message.ts'
import type { Send } from './send.ts'

/** A message on its way, and where it came from. */
export interface Sending {
  message: Message
  /** Bytes as JSON. */
  json: string
  line: number
  source: string
}

/** Batches on their way at once. */
const atOnce = 4
const batchBytes = limits.bodyBytes - 1024

/** What a later message means may depend on these: who somebody is, and which account they belong to. */
const decides = new Set(['identify', 'group', 'alias'])

/** Takes messages in the order of the file and sends them in batches. */
export interface Dispatch {
  add(sending: Sending): Promise<void>
  /** Resolves when everything was taken. */
  end(): Promise<void>
  /** Resolves when nothing is on its way any more, taken or not. */
  settle(): Promise<void>
}

/**
 * Keeps several batches on their way. One that decides what later messages mean goes alone, when all before it were
 * taken: so the same file always tells the same story.
 *
 * @param taken - Is told what became of each batch.
 */
export function createDispatch(send: Send, taken: (batch: Sending[], result: IngestResult) => void): Dispatch {
  const underWay = new Set<Promise<void>>()
  let batch: Sending[] = []
  let bytes = 0
  const failures: unknown[] = []

  async function deliver(sent: Sending[]): Promise<void> {
    const body = `{"batch":[${sent.map(({ json }) => json).join(',')}]}`
    taken(sent, await send(body))
  }

  function start(sent: Sending[]): Promise<void> {
    const delivery: Promise<void> = deliver(sent)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(delivery))
    underWay.add(delivery)
    return delivery
  }

  /** One that failed has failed them all: what comes after it must not be sent. */
  const stopAfterFailure = (): void => {
    if (failures.length > 0) throw failures[0] as Error
  }

  async function flush(): Promise<void> {
    const sent = batch
    batch = []
    bytes = 0
    if (sent.length === 0) return
    const isDecisive = sent.some(({ message }) => decides.has(message.type))
    if (isDecisive) await settle()
    while (underWay.size >= atOnce) await Promise.race(underWay)
    stopAfterFailure()
    const delivery = start(sent)
    if (isDecisive) await delivery
    stopAfterFailure()
  }

  const settle = async (): Promise<void> => {
    await Promise.all(underWay)
  }

  return {
    async add(sending) {
      const size = Buffer.byteLength(sending.json) + 1
      if (batch.length === limits.batchMessages || bytes + size > batchBytes) await flush()
      batch.push(sending)
      bytes += size
    },
    async end() {
      await flush()
      await settle()
      stopAfterFailure()
    },
    settle,
  }
}
