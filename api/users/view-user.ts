import type { Row } from '@libsql/client'
import type { User } from '../contract/users.ts'
import { iso } from '../db/row-values.ts'

/** A user as served. */
export function viewUser(row: Row): User {
  return {
    id: String(row['id']),
    accountId: row['account_id'] === null ? null : String(row['account_id']),
    firstSeenAt: iso(row['first_seen_at']),
    lastSeenAt: iso(row['last_seen_at']),
    traits: JSON.parse(String(row['traits'])) as User['traits'],
  }
}
