import type { Row } from '@libsql/client'
import type { User } from '../contract/users.ts'

/** A user as served. */
export function viewUser(row: Row): User {
  return {
    id: String(row['id']),
    accountId: row['account_id'] === null ? null : String(row['account_id']),
    firstSeenAt: new Date(Number(row['first_seen_at'])).toISOString(),
    lastSeenAt: new Date(Number(row['last_seen_at'])).toISOString(),
    traits: JSON.parse(String(row['traits'])) as User['traits'],
  }
}
