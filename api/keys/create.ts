import type { CreateKeyRequest, NewKey } from '../contract/keys.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { changeKeys } from './change-key.ts'
import { checkKey } from './check-key.ts'
import { hashKey, hintOf, makeKey } from './key-value.ts'
import { viewKey, type KeyRow } from './view-key.ts'

/** Keys are all in memory: so many that work are enough for everybody. */
const mostKeys = 1000

/** Makes a key. Its value is in the answer; of a secret key, nowhere else. */
export async function createKey(services: Services, given: CreateKeyRequest): Promise<NewKey> {
  checkKey(given)
  const expiresAt = given.expiresAt === null ? null : Date.parse(given.expiresAt)
  if (expiresAt !== null && expiresAt <= services.now()) {
    throw new ApiError('invalid', 'The key would have expired already.', {
      errors: [{ path: 'expiresAt', detail: 'Use a time that is yet to come, or leave it out.' }],
    })
  }
  const value = makeKey(given.kind)
  const row: KeyRow = {
    id: services.newId(),
    kind: given.kind,
    name: given.name,
    hash: hashKey(value),
    previousHash: null,
    previousUntil: null,
    value: given.kind === 'write' ? value : null,
    hint: hintOf(value),
    scopes: JSON.stringify(given.scopes),
    origins: JSON.stringify(given.origins),
    createdAt: services.now(),
    lastUsedAt: null,
    expiresAt,
    revokedAt: null,
  }
  const { id, kind, name, hash, hint, scopes, origins, createdAt } = row
  const inserted = await changeKeys(services, {
    sql: `INSERT INTO keys (id, kind, name, hash, value, hint, scopes, origins, created_at, expires_at)
      SELECT :id, :kind, :name, :hash, :value, :hint, :scopes, :origins, :createdAt, :expiresAt
      WHERE (SELECT count(*) FROM keys WHERE revoked_at IS NULL) < ${mostKeys}`,
    args: { id, kind, name, hash, value: row.value, hint, scopes, origins, createdAt, expiresAt },
  })
  if (inserted === 0) {
    throw new ApiError('invalid', `There are ${mostKeys} keys already. Revoke those that nobody uses.`)
  }
  return { ...viewKey(services, row), value }
}
