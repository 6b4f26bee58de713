import type { Format, Message } from '../message.ts'
import { objectOf, pick, textOf, timeOf, valueOf } from '../values.ts'

const columns = new Set([
  ...['id', 'messageId', 'type', 'event', 'userId', 'anonymousId', 'accountId', 'timestamp', 'receivedAt'],
  ...['properties', 'traits', 'context'],
])

/** The account as exported, be it none; undefined where the file does not tell. */
const accountOf = (value: unknown) => (value === undefined ? undefined : (textOf(value) ?? null))

function toMessage(value: Record<string, unknown>): Message {
  const type = textOf(value['type']) ?? 'track'
  const properties = objectOf(value['properties'], 'properties')
  const event = textOf(value['event'])
  const accountId = accountOf(value['accountId'])
  return {
    type,
    messageId: textOf(value['messageId']),
    ...(type === 'track' ? { event } : { name: event }),
    userId: textOf(value['userId']),
    anonymousId: textOf(value['anonymousId']),
    ...(type === 'group' ? { groupId: accountId ?? undefined } : { accountId }),
    ...(type === 'alias' ? { previousId: textOf(properties['previousId']) } : {}),
    timestamp: timeOf(value['timestamp'], 'timestamp'),
    properties,
    traits: objectOf(value['traits'], 'traits'),
    context: objectOf(value['context'], 'context'),
  }
}

/** What `GET /v1/events/export` writes. */
export const cairn: Format = (value, { kind }) => {
  if (kind === 'jsonl') return [toMessage(value)]
  // The apostrophe that kept a spreadsheet from running the cell.
  const plain = Object.entries(value).map(([name, cell]) => [name, String(cell).replace(/^'/, '')] as const)
  return [toMessage(Object.fromEntries(plain))]
}

/** A table of somebody's own: columns named like the fields of a fact, and others, which become properties. */
export const csv: Format = (value) => {
  const message = toMessage(value)
  const others = pick(value, (name) => !columns.has(name))
  const more = Object.fromEntries(Object.entries(others).map(([name, cell]) => [name, valueOf(cell)]))
  const isAbout = message.type === 'identify' || message.type === 'group'
  return [
    {
      ...message,
      ...(isAbout ? { traits: { ...more, ...message.traits } } : { properties: { ...more, ...message.properties } }),
      // An empty cell leaves it to the user's group.
      accountId: message.accountId ?? undefined,
    },
  ]
}
