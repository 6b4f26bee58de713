/** A line of a text: null where it is longer than anything that could be taken. */
export interface Line {
  /** Counted from 1. */
  number: number
  text: string | null
}

/** More than any export makes of a message of 32 KB. */
const longestLine = 1024 * 1024

/** The lines of a text that comes in pieces; empty ones are left out. No more than one is held in memory. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let size = 0
  let number = 0
  const add = (part: Buffer): void => {
    size += part.length
    if (size <= longestLine) parts.push(part)
    else parts = []
  }
  const take = (): Line[] => {
    const text = size > longestLine ? null : Buffer.concat(parts).toString('utf8').trim()
    parts = []
    size = 0
    number += 1
    return text === '' ? [] : [{ number, text: number === 1 ? (text?.replace(/^\ufeff/, '') ?? null) : text }]
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end))
      yield* take()
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (size > 0) yield* take()
}
