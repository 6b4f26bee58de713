import { hash } from 'node:crypto'
import { basename } from 'node:path'
import { limits } from '../../api/contract/limits.ts'
import { tooLarge } from '../../api/ingest/read-message.ts'
import { createDispatch } from './dispatch.ts'
import { detectFormat, formats } from './formats/detect.ts'
import { UnusableLine } from './import-error.ts'
import type { Format, Message, Source } from './message.ts'
import { readEntries, type Entry } from './read-entries.ts'
import { readFile } from './read-file.ts'
import { createRejectedFile } from './rejected-file.ts'
import type { Send } from './send.ts'

/** What has become of messages so far. */
export interface Counts {
  /** Bytes of files that were read. */
  bytes: number
  accepted: number
  duplicates: number
  rejected: number
}

/** How a file is imported. */
export interface ImportOptions {
  send: Send
  /** Counts on. */
  counts: Counts
  /** Its name; found out where it is not given. */
  format: string | undefined
  account: string | undefined
  /** Stops reading; what was read is sent. */
  signal: AbortSignal
}

/** Where the message itself has no id that fits, the line makes one: the same each time. */
function withId(message: Message, { source, place }: { source: string; place: number }): Message {
  const { messageId } = message
  if (messageId !== undefined && messageId.length <= limits.messageIdLength) return message
  const made = hash('sha256', messageId ?? source).slice(0, 40)
  return { ...message, messageId: `import-${made}${place > 0 ? `-${place}` : ''}` }
}

/** @returns the messages of a line, or why there are none. */
function read(entry: Entry, format: Format, source: Source): Message[] | string {
  try {
    return format(entry.value, source).map((message, place) => withId(message, { source: entry.source, place }))
  } catch (error) {
    if (error instanceof UnusableLine) return error.message
    throw error
  }
}

/**
 * Imports a file of any size: reads on as fast as the server takes what was read. The same file again adds nothing.
 *
 * @returns where the lines are that were not taken, and the format that the file was read in.
 * @throws ImportError
 */
export async function importFile(
  path: string,
  options: ImportOptions,
): Promise<{ rejectedFile: string; format: string | undefined }> {
  const { send, counts, signal } = options
  const rejectedFile = createRejectedFile(path)
  const reject = ({ line, source }: { line: number; source: string }, reason: string): void => {
    counts.rejected += 1
    rejectedFile.add({ line, reason, source })
  }
  const dispatch = createDispatch(send, (batch, result) => {
    counts.accepted += result.accepted
    counts.duplicates += result.duplicates
    for (const { index, detail } of result.rejected) {
      const sending = batch[index]
      if (sending) reject(sending, detail)
    }
  })
  let name = options.format
  try {
    const { kind, entries } = await readEntries(
      readFile(path, (bytes) => (counts.bytes += bytes)),
      path,
    )
    const table = basename(path).split('.', 1)[0] ?? ''
    for await (const entry of entries) {
      if (signal.aborted) break
      if ('reason' in entry) {
        reject(entry, entry.reason)
        continue
      }
      name ??= detectFormat(entry.value, path)
      const format = formats[name] as Format
      const messages = read(entry, format, { kind, table, account: options.account })
      if (typeof messages === 'string') {
        reject(entry, messages)
        continue
      }
      for (const message of messages) {
        const json = JSON.stringify(message)
        if (Buffer.byteLength(json) > limits.messageBytes) reject(entry, tooLarge)
        else await dispatch.add({ message, json, line: entry.line, source: entry.source })
      }
    }
    await dispatch.end()
  } finally {
    // What is still on its way may have lines for the file.
    await dispatch.settle()
    rejectedFile.close()
  }
  return { rejectedFile: rejectedFile.path, format: name }
}
