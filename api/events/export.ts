import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { z } from 'zod'
import type { ExportQuery, StoredEvent } from '../contract/events.ts'
import type { Reader } from '../db/open.ts'
import type { Services } from '../services.ts'
import { streamOf } from '../stream-of.ts'
import { csvHeader, toCsv } from './csv.ts'
import { toFilter } from './filter.ts'
import type { FactFilter } from './find-facts.ts'
import { readFacts } from './read-facts.ts'
import { viewEvent } from './view-event.ts'

/** Facts that are in memory at once. */
const pageOfFacts = 500

/** Facts as JSON Lines. */
const toJsonLines = (facts: StoredEvent[]) => facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')

/**
 * Every fact that is there when it is asked for, in the order of arrival, so that importing it tells the same story.
 *
 * The next page is read when the last one was taken: a slow reader slows it down and fills no memory, and one who goes
 * away ends it. Where a page cannot be read, the stream fails rather than ends.
 */
export async function exportEvents(
  { database }: Services,
  { format, ...query }: z.output<typeof ExportQuery>,
): Promise<ReadableStream<Uint8Array>> {
  const [newest] = await database.read(['SELECT coalesce(max(id), 0) AS id FROM events'])
  const pages = readPages(database, { filter: toFilter(query), upTo: Number(newest?.rows[0]?.['id']) })
  return streamOf(format === 'csv' ? encode(pages, toCsv, csvHeader) : encode(pages, toJsonLines))
}

async function* readPages(reader: Reader, { filter, upTo }: { filter: FactFilter; upTo: number }) {
  let after: number | null = 0
  while (after !== null) {
    const { rows, next } = await readFacts(reader, filter, { order: 'oldest', after, upTo, limit: pageOfFacts })
    yield rows.map(viewEvent)
    after = next
    await yieldToEventLoop()
  }
}

async function* encode(
  pages: AsyncIterable<StoredEvent[]>,
  write: (facts: StoredEvent[]) => string,
  header = '',
): AsyncGenerator<Uint8Array, void> {
  if (header) yield Buffer.from(header)
  // A page on which nothing fits is no chunk: it would end the body of an answer.
  for await (const facts of pages) if (facts.length > 0) yield Buffer.from(write(facts))
}
