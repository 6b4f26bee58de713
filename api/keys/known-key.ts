import type { Row } from '@libsql/client'
import type { KeyKind } from '../contract/keys.ts'
import { allScopes, writeKeyScopes, type Scope } from '../contract/scopes.ts'
import type { Keys } from './key-files.ts'
import { hashKey } from './key-value.ts'

/** A key, as a request is checked against it. */
export interface KnownKey {
  id: string
  kind: KeyKind
  scopes: ReadonlySet<Scope>
  /** Origins whose pages may use it; empty for those of ALLOWED_ORIGINS. */
  origins: readonly string[]
}

/** What is known of one value of a key. */
export interface KeyValue {
  key: KnownKey
  revoked: boolean
  /** When this value stops working; null for never. */
  endsAt: number | null
  /** Whether it is of the environment or a key file, and so holds without a database. */
  isBuiltIn: boolean
}

/** Reads every key that is a row. In one transaction with a change, it is what the change made of them. */
export const selectKeys = `
  SELECT id, kind, hash, previous_hash, previous_until, scopes, origins, expires_at, revoked_at
  FROM keys WHERE id NOT IN ('write', 'secret')`

/** Makes rows of the keys of the environment, for when they were last used. No key has what stands for their hash. */
export const insertBuiltInKeys = (now: number) =>
  (['write', 'secret'] as const).map((kind) => ({
    sql: `INSERT INTO keys (id, kind, name, hash, hint, scopes, created_at)
      VALUES (:kind, :kind, :kind, 'built in: ' || :kind, '', '[]', :now) ON CONFLICT DO NOTHING`,
    args: { kind, now },
  }))

/** The values of the keys of the environment, by their hashes. */
export function builtInValues(keys: Keys): [hash: string, value: KeyValue][] {
  return (['write', 'secret'] as const).map((kind) => {
    const scopes = new Set(kind === 'write' ? writeKeyScopes : allScopes)
    const key: KnownKey = { id: kind, kind, scopes, origins: [] }
    return [hashKey(keys[kind]), { key, revoked: false, endsAt: null, isBuiltIn: true }]
  })
}

/** The values of a row of `selectKeys`, by their hashes: its own, and the one that was rotated out. */
export function valuesOf(row: Row): [hash: string, value: KeyValue][] {
  const key: KnownKey = {
    id: String(row['id']),
    kind: row['kind'] as KeyKind,
    scopes: new Set(JSON.parse(String(row['scopes'])) as Scope[]),
    origins: JSON.parse(String(row['origins'])) as string[],
  }
  const endsAt = row['expires_at'] === null ? null : Number(row['expires_at'])
  const value: KeyValue = { key, revoked: row['revoked_at'] !== null, endsAt, isBuiltIn: false }
  const values: [string, KeyValue][] = [[String(row['hash']), value]]
  if (row['previous_hash'] !== null) {
    const until = Math.min(Number(row['previous_until']), endsAt ?? Infinity)
    values.push([String(row['previous_hash']), { ...value, endsAt: until }])
  }
  return values
}
