import type { Row } from '@libsql/client'
import type { StoredEvent } from '../contract/events.ts'
import { iso, textOrNull } from '../db/row-values.ts'

/** The columns of `events` that a fact is shown by. */
export const eventColumns = `id, message_id, type, event, user_id, anonymous_id, account_id, timestamp, received_at,
  properties, traits, context`

/** A row of `events` as everybody sees it: lists, exports and what a person is given of themselves. */
export function viewEvent(row: Row): StoredEvent {
  return {
    id: String(row['id']),
    messageId: String(row['message_id']),
    type: row['type'] as StoredEvent['type'],
    event: textOrNull(row['event']),
    userId: textOrNull(row['user_id']),
    anonymousId: textOrNull(row['anonymous_id']),
    accountId: textOrNull(row['account_id']),
    timestamp: iso(row['timestamp']),
    receivedAt: iso(row['received_at']),
    properties: JSON.parse(String(row['properties'])) as StoredEvent['properties'],
    traits: JSON.parse(String(row['traits'])) as StoredEvent['traits'],
    context: JSON.parse(String(row['context'])) as StoredEvent['context'],
  }
}
