import { UnusableLine } from '../import-error.ts'
import type { Format } from '../message.ts'
import { objectOf, pick, textOf, timeOf, valueOf } from '../values.ts'

/**
 * Raw messages as Segment keeps them in a storage destination. `sentAt` stays behind: the time was corrected by it
 * already, and by now it is long ago.
 */
const rawMessage: Format = (value) => {
  const type = textOf(value['type'])
  if (!type) throw new UnusableLine('The line has no "type": it is no message of Segment.')
  return [
    {
      type,
      messageId: textOf(value['messageId']),
      event: textOf(value['event']),
      name: textOf(value['name']),
      userId: textOf(value['userId']),
      anonymousId: textOf(value['anonymousId']),
      groupId: textOf(value['groupId']),
      previousId: textOf(value['previousId']),
      timestamp: timeOf(value['timestamp'] ?? value['originalTimestamp'] ?? value['receivedAt'], 'timestamp'),
      properties: objectOf(value['properties'], 'properties'),
      traits: objectOf(value['traits'], 'traits'),
      context: objectOf(value['context'], 'context'),
    },
  ]
}

const types: Record<string, string> = {
  ...{ identifies: 'identify', users: 'identify', groups: 'group', accounts: 'group' },
  ...{ pages: 'page', screens: 'screen', aliases: 'alias' },
}

const own = new Set([
  ...['id', 'event', 'event_text', 'name', 'user_id', 'anonymous_id', 'group_id', 'previous_id'],
  ...['timestamp', 'original_timestamp', 'received_at', 'sent_at', 'uuid', 'uuid_ts', 'loaded_at'],
])

/** Rows of a table of Segment's warehouses: one table for each kind of message and, with its properties, each event. */
const row: Format = (value, { table }) => {
  const type = textOf(value['event']) ? 'track' : types[table]
  if (!type) {
    throw new UnusableLine(`It is not known what "${table}" holds: name the file after its table, such as pages.csv.`)
  }
  const isMember = table === 'users' || table === 'accounts'
  const isAbout = type === 'identify' || type === 'group'
  const others = pick(value, (name) => !own.has(name) && !name.startsWith('context_'))
  const more = Object.fromEntries(Object.entries(others).map(([name, cell]) => [name, valueOf(cell)]))
  const named = isAbout ? { ...(textOf(value['name']) ? { name: value['name'] } : {}), ...more } : more
  return [
    {
      type,
      // In tables of the latest state the id is that of the user or the account.
      messageId: isMember ? undefined : textOf(value['id']),
      event: textOf(value['event_text']) ?? textOf(value['event']),
      name: textOf(value['name']),
      userId: textOf(value['user_id']) ?? (table === 'users' ? textOf(value['id']) : undefined),
      anonymousId:
        textOf(value['anonymous_id']) ?? (table === 'accounts' ? `account:${String(value['id'])}` : undefined),
      groupId: textOf(value['group_id']) ?? (table === 'accounts' ? textOf(value['id']) : undefined),
      previousId: textOf(value['previous_id']),
      timestamp: timeOf(value['timestamp'] || value['original_timestamp'] || value['received_at'], 'timestamp'),
      ...(isAbout ? { traits: named } : { properties: named }),
      context: contextOf(value),
    },
  ]
}

/** Columns such as `context_page_url`. Only what is surely one level deep is put back as it was. */
function contextOf(value: Record<string, unknown>): Record<string, unknown> {
  const cells = pick(value, (name) => name.startsWith('context_'))
  const named = Object.entries(cells).map(([name, cell]) => [name.slice('context_'.length), cell] as const)
  return Object.fromEntries(named.map(([name, cell]) => [name === 'group_id' ? 'groupId' : name, cell]))
}

/** Segment: raw messages as JSON Lines, or tables of a warehouse as CSV. */
export const segment: Format = (value, source) => (source.kind === 'csv' ? row : rawMessage)(value, source)
