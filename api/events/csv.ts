import { stringify } from 'csv-stringify/sync'
import type { StoredEvent } from '../contract/events.ts'

/** The columns of a CSV export, in their order: what a fact has, objects as JSON. An empty cell is null. */
const columns = [
  ...['id', 'messageId', 'type', 'event', 'userId', 'anonymousId', 'accountId'],
  ...['timestamp', 'receivedAt', 'properties', 'traits', 'context'],
] as (keyof StoredEvent)[]

/** The first line of a CSV export. */
export const csvHeader = `${columns.join(',')}\n`

/**
 * What a spreadsheet would run as a formula when it begins a cell; and the apostrophe itself, so that taking one away
 * always gives back what was written.
 */
const wouldRun = /^['=+\-@\t\r\n＝＋－＠]/

/** A text as it stands in a cell: an apostrophe before it keeps a spreadsheet from running it. */
const harmless = (text: string) => (wouldRun.test(text) ? `'${text}` : text)

/** Facts as rows of CSV (RFC 4180, lines end with `\n`). */
export function toCsv(facts: StoredEvent[]): string {
  const rows = facts.map((fact) =>
    columns.map((column) => {
      const value = fact[column]
      return value === null ? '' : harmless(typeof value === 'string' ? value : JSON.stringify(value))
    }),
  )
  return stringify(rows)
}
