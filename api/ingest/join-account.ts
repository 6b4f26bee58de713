/**
 * Makes the account of a user's latest `group` theirs, by the time of the message.
 *
 * @param options.id - Who the user is, in the terms of `messages`.
 * @param options.messages - `FROM` and `WHERE` that find the messages.
 */
export function joinAccount({ id, messages }: { id: string; messages: string }): string {
  return `
    INSERT INTO users (id, account_id, account_since, first_seen_at, last_seen_at)
    SELECT ${id}, account_id, timestamp, timestamp, timestamp ${messages}
      AND type = 'group' AND ${id} IS NOT NULL
    ORDER BY timestamp, events.id
    ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, account_since = excluded.account_since
    WHERE excluded.account_since >= coalesce(account_since, 0)`
}
