/** A value of `json_each` as JSON text again; `json_quote` alone would leave a number 15 digits. */
export const jsonOf = (row: string) => `
  CASE WHEN ${row}.type IN ('true', 'false') THEN ${row}.type
    WHEN ${row}.type IN ('object', 'array') THEN ${row}.value
    WHEN typeof(${row}.value) = 'real' THEN printf('%!.17g', ${row}.value)
    ELSE json_quote(${row}.value) END`

/**
 * Puts the traits of messages on the rows they are about, which are there already. Each trait goes by the time of its
 * message, so what arrives late fills gaps and takes nothing newer back. A null takes a trait away.
 *
 * @param options.messages - `FROM` and `WHERE` that find the messages.
 */
export function keepTraits({
  table,
  id,
  type,
  messages,
}: {
  table: 'users' | 'accounts'
  id: string
  type: string
  messages: string
}): string {
  const at = 'CAST(excluded.trait_times AS INTEGER)'
  const newer = `
    SELECT sent.key, sent.type, sent.value FROM json_each(excluded.traits) AS sent
    LEFT JOIN json_each(${table}.trait_times) AS known ON known.key = sent.key
    WHERE ${at} >= coalesce(known.value, 0)`
  return `
    INSERT INTO ${table} (id, traits, trait_times, first_seen_at, last_seen_at)
    SELECT ${id}, traits, timestamp, timestamp, timestamp ${messages}
      AND type = '${type}' AND ${id} IS NOT NULL AND traits != '{}'
    ORDER BY timestamp, events.id
    ON CONFLICT (id) DO UPDATE SET
      traits = (SELECT json_group_object(key, json(value)) FROM (
        SELECT kept.key, ${jsonOf('kept')} AS value FROM json_each(${table}.traits) AS kept
        WHERE kept.key NOT IN (SELECT key FROM (${newer}))
        UNION ALL
        SELECT newer.key, ${jsonOf('newer')} FROM (${newer}) AS newer WHERE newer.type != 'null')),
      trait_times = json_patch(trait_times, (SELECT json_group_object(key, ${at}) FROM (${newer})))`
}

/** Traits of accounts that have a column of their own, and the kinds of value that it holds; else it is empty. */
const named = {
  name: ['text', 'integer', 'real'],
  segment: ['text', 'integer', 'real'],
  plan: ['text', 'integer', 'real'],
  mrr: ['integer', 'real'],
  owner: ['text', 'integer', 'real'],
  stage: ['text', 'integer', 'real'],
}

/**
 * Takes single traits out of those of accounts, into columns by which lists are sorted and filtered.
 *
 * @param accounts - `SELECT` that finds the ids of the accounts.
 */
export const nameTraits = (accounts: string) => `
  UPDATE accounts SET ${Object.entries(named)
    .map(([name, kinds]) => {
      const isHeld = `json_type(traits, '$.${name}') IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`
      return `${name} = iif(${isHeld}, traits ->> '$.${name}', NULL)`
    })
    .join(', ')}
  WHERE id IN (${accounts})`
