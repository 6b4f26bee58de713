import type { Key } from '../contract/keys.ts'
import { allScopes, writeKeyScopes, type Scope } from '../contract/scopes.ts'
import type { keys } from '../db/operations-schema.ts'
import type { Services } from '../services.ts'
import { hintOf } from './key-value.ts'

/** A row about a key. */
export type KeyRow = typeof keys.$inferSelect

/** Ids of the keys of the environment and the key files. */
export const isBuiltIn = (id: string): id is 'write' | 'secret' => id === 'write' || id === 'secret'

const toTime = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds).toISOString())

/** A key as people may see it. Of those of the environment the row knows only when they were used. */
export function viewKey({ keys, now }: Pick<Services, 'keys' | 'now'>, row: KeyRow): Key {
  const isExpired = row.expiresAt !== null && row.expiresAt <= now()
  const isRotating = row.previousUntil !== null && row.previousUntil > now() && row.revokedAt === null
  const view: Key = {
    id: row.id,
    kind: row.kind,
    name: row.name,
    builtIn: false,
    status: row.revokedAt !== null ? 'revoked' : isExpired ? 'expired' : 'active',
    scopes: JSON.parse(row.scopes) as Scope[],
    origins: JSON.parse(row.origins) as string[],
    value: row.value,
    hint: row.hint,
    createdAt: new Date(row.createdAt).toISOString(),
    lastUsedAt: toTime(row.lastUsedAt),
    expiresAt: toTime(row.expiresAt),
    revokedAt: toTime(row.revokedAt),
    previousUntil: isRotating ? toTime(row.previousUntil) : null,
  }
  if (!isBuiltIn(row.id)) return view
  return {
    ...view,
    name: row.id === 'write' ? 'Write key of this server' : 'Secret key of this server',
    builtIn: true,
    scopes: [...(row.id === 'write' ? writeKeyScopes : allScopes)],
    value: row.id === 'write' ? keys.write : null,
    hint: hintOf(keys[row.id]),
  }
}
