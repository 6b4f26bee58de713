import type { InStatement } from '@libsql/client'
import { eq } from 'drizzle-orm'
import { keys } from '../db/operations-schema.ts'
import { ApiError } from '../errors.ts'
import type { Services } from '../services.ts'
import { selectKeys } from './known-key.ts'
import { isBuiltIn, type KeyRow } from './view-key.ts'

/**
 * The row of a key.
 *
 * @throws ApiError `not_found`
 */
export async function findAnyKey({ database }: Services, id: string): Promise<KeyRow> {
  const [row] = await database.orm.select().from(keys).where(eq(keys.id, id))
  if (!row) throw new ApiError('not_found', `There is no key "${id}".`)
  return row
}

/**
 * The row of a key that can be changed here.
 *
 * @throws ApiError `not_found`, or `forbidden` where it is of the environment.
 */
export async function findKey(services: Services, id: string): Promise<KeyRow> {
  if (isBuiltIn(id)) {
    throw new ApiError(
      'forbidden',
      `The key "${id}" is the ${id.toUpperCase()}_KEY of the environment, or the file ${id}-key of the data folder. Change it there and restart; deleting the file makes a new one.`,
    )
  }
  return findAnyKey(services, id)
}

/**
 * The same, of a key that was not revoked.
 *
 * @throws ApiError `invalid` where it was revoked.
 */
export async function findWorkingKey(services: Services, id: string): Promise<KeyRow> {
  const row = await findKey(services, id)
  if (row.revokedAt !== null) throw revoked()
  return row
}

const revoked = () =>
  new ApiError('invalid', 'This key was revoked and stays so. Make a new one.', {
    errors: [{ path: 'id', detail: 'The key was revoked.' }],
  })

/**
 * Changes a key that was not revoked, also not at this moment.
 *
 * @param change.set - What is set, in SQL: what the row holds by then, not what was read of it, is what stays.
 * @throws ApiError `invalid` where it was revoked.
 */
export async function changeWorkingKey(
  services: Services,
  { id, set, args }: { id: string; set: string; args: Record<string, string | number | null> },
): Promise<void> {
  const sql = `UPDATE keys SET ${set} WHERE id = :id AND revoked_at IS NULL`
  if ((await changeKeys(services, { sql, args: { ...args, id } })) === 0) throw revoked()
}

/** Changes keys. This process knows of it when it resolves, others with their next refresh. @returns rows changed. */
export async function changeKeys({ database, keyring }: Services, change: InStatement): Promise<number> {
  const [changed, known] = await database.write([change, selectKeys])
  keyring.take(known?.rows ?? [])
  return changed?.rowsAffected ?? 0
}
