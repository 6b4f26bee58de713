import type { Services } from '../services.ts'
import { changeKeys, findKey } from './change-key.ts'

/** Revokes a key for good. Its row stays, so that the audit log can be read. */
export async function revokeKey(services: Services, id: string): Promise<void> {
  await findKey(services, id)
  await changeKeys(services, {
    sql: 'UPDATE keys SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL',
    args: { id, now: services.now() },
  })
}
