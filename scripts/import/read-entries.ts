import { pipeline } from 'node:stream'
import { CsvError, parse, type Info } from 'csv-parse'
import { ImportError } from './import-error.ts'
import { readLines } from './read-lines.ts'

/** One entry of a file: a line of JSON, or a row of CSV by the names of its columns. */
export interface Entry {
  line: number
  /** As it stands in the file. */
  source: string
  value: Record<string, unknown>
}

/** A line that is no entry, and why. */
export interface NoEntry {
  line: number
  source: string
  reason: string
}

/** What is in a file, entry by entry. */
export interface Entries {
  kind: 'jsonl' | 'csv'
  entries: AsyncGenerator<Entry | NoEntry>
}

/** Tells JSON Lines from CSV by how the file begins, and reads either. */
export async function readEntries(chunks: AsyncGenerator<Buffer>, path: string): Promise<Entries> {
  const first = await chunks.next()
  const start = first.done
    ? ''
    : first.value
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .trimStart()
  if (start.startsWith('[')) {
    throw new ImportError(`${path} is one JSON list. Make a line of each entry, for example with: jq -c '.[]'`)
  }
  const whole = async function* () {
    if (!first.done) yield first.value
    yield* chunks
  }
  return start === '' || start.startsWith('{')
    ? { kind: 'jsonl', entries: readJsonLines(whole()) }
    : { kind: 'csv', entries: readCsv(whole(), path) }
}

async function* readJsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry | NoEntry> {
  for await (const { number, text } of readLines(chunks)) {
    if (text === null) {
      yield { line: number, source: '', reason: 'The line is longer than 1 MB.' }
      continue
    }
    const value = parseObject(text)
    yield value
      ? { line: number, source: text, value }
      : { line: number, source: text, reason: 'The line is not a JSON object.' }
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

async function* readCsv(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Entry> {
  const options = { columns: true, bom: true, info: true, raw: true, skip_empty_lines: true, max_record_size: 1e6 }
  // An error ends the loop below, which is where it is heard.
  const rows: AsyncIterable<unknown> = pipeline(chunks, parse({ ...options, relax_column_count: true }), () => {})
  try {
    for await (const row of rows) {
      const { record, info, raw } = row as { record: Record<string, unknown>; info: Info; raw: string }
      yield { line: info.lines, source: raw.trim(), value: record }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ImportError(`${path} is not CSV that can be read: ${error.message}.`)
  }
}
