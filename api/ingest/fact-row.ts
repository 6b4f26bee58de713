import { noAccount, type Fact } from './fact.ts'

/** A fact as it is handed over. */
export type FactRow = (string | number | null)[]

// What is handed over of a fact, in this order. New columns join at the end and must do without a value: an older inbox
// holds rows that lack them.
const columns = [
  'message_id',
  'type',
  'event',
  'user_id',
  'anonymous_id',
  'account_id',
  'timestamp',
  'sent_timestamp',
  'received_at',
  'properties',
  'traits',
  'context',
  'subject_hash',
  'key_id',
  'sent_at',
]

/** Columns of `events` that come from a row. */
export const storedColumns = columns.slice(0, columns.indexOf('subject_hash'))

/** How a statement takes a value out of a row that it has as `sent.value`. */
export const valueOf = (column: string): string => `sent.value ->> ${columns.indexOf(column)}`

/** A fact's values, in the order of the columns. */
export const rowOf = (fact: Fact): FactRow => [
  fact.messageId,
  fact.type,
  fact.event,
  fact.userId,
  fact.anonymousId,
  fact.accountId,
  fact.timestamp,
  fact.sentTimestamp,
  fact.receivedAt,
  fact.properties,
  fact.traits,
  fact.context,
  fact.subjectHash,
  fact.keyId,
  fact.sentAt,
]

const valueIn = (row: FactRow, column: string) => row[columns.indexOf(column)] ?? undefined

const textIn = (row: FactRow, column: string) => (valueIn(row, column) as string | undefined) ?? null

/** How the message of a row came. */
export const originOf = (row: FactRow) => ({
  receivedAt: Number(valueIn(row, 'received_at')),
  keyId: textIn(row, 'key_id'),
  sentAt: textIn(row, 'sent_at'),
})

/** The time of a message as it was sent, to be corrected as it was; of a row without `sent_at` it is what came of that. */
function timeOf(row: FactRow): string | undefined {
  const [timestamp, sent] = [valueIn(row, 'timestamp'), textIn(row, 'sent_timestamp')]
  if (sent !== null && textIn(row, 'sent_at') !== null) return sent
  // It may have been sent without a time, which would be taken for one of the device's clock.
  return timestamp === valueIn(row, 'received_at') ? undefined : new Date(Number(timestamp)).toISOString()
}

/** The message that a row stands for, as it could be sent again. */
export function messageOf(row: FactRow): Record<string, unknown> {
  const value = (column: string) => valueIn(row, column)
  const parsed = (column: string) => JSON.parse(String(value(column))) as Record<string, unknown>
  const type = value('type')
  const properties = parsed('properties')
  return {
    type,
    messageId: value('message_id'),
    userId: value('user_id'),
    anonymousId: value('anonymous_id'),
    ...(type === 'track' ? { event: value('event') } : { name: value('event') }),
    ...(type === 'group' ? { groupId: value('account_id') } : { accountId: value('account_id') }),
    ...(type === 'alias' && { previousId: properties['previousId'] }),
    timestamp: timeOf(row),
    properties,
    traits: parsed('traits'),
    context: parsed('context'),
  }
}

/** What a fact gives reason for: its type, `visitor` without a user, and `unattributed` where it needs its account. */
export const kindOf = ({ type, userId, accountId }: Fact): string =>
  type + (userId === null ? ' visitor' : '') + (accountId === null || accountId === noAccount ? ' unattributed' : '')

/** The kind of a rejection among what arrives. */
export const refusedKind = 'refused'
